import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { CHART, MANIFESTS, renderedOf, VALUES } from './manifests/chart'

/** Renders the chart with Helm, for people without it. */
const { status, stdout, error } = spawnSync('helm', ['template', 'vouch', CHART, '--values', VALUES], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
})
if (error) console.error('There is no helm here: https://helm.sh/docs/intro/install')
else if (status === 0)
  writeFileSync(
    MANIFESTS,
    `# Rendered by "npm run manifests" from ${CHART} with ${VALUES}. Do not edit.\n${renderedOf()}\n${stdout}`,
  )
process.exitCode = status ?? 1
