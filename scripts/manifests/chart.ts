import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const CHART = 'deploy/helm/vouch'
export const VALUES = 'deploy/kubernetes/values.yaml'
export const MANIFESTS = 'deploy/kubernetes/vouch.yaml'

/** The line that says of which chart and values the manifests were rendered. */
export function renderedOf(): string {
  const files = readdirSync(CHART, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(CHART, file))
    .concat(VALUES)
    // The schema says what may be given, and changes nothing that is rendered.
    .filter((file) => /\.(?:ya?ml|tpl)$/.test(file))
    .toSorted()
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file}\0${readFileSync(file, 'utf8')}\0`)
  return `# chart sha256:${hash.digest('hex')}`
}
