import { spawn } from 'node:child_process'
import { findChromium } from './browser'
import { ensureBuilt } from './serve'

/** Every attack that has a name (docs/security.md): on the commands, by SQL, over HTTP, on the built server in a browser. */
const FILES = [
  'noWayRound',
  'alwaysTrue',
  'doors',
  'rights',
  'tampering',
  'verify.test',
  'edge.test',
  'attacks.long',
]

if (!findChromium())
  console.log(
    '!! NO CHROMIUM: THE ATTACKS ON THE BUILT SERVER ARE SKIPPED. Install it (apt-get install chromium). !!',
  )
const built = findChromium() ? await ensureBuilt() : 0
if (built) process.exit(built)
const child = spawn(
  process.execPath,
  [
    '--conditions=production',
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'integration',
    '--project',
    'e2e',
    ...FILES,
  ],
  { stdio: 'inherit', env: { ...process.env, VOUCH_LONG: '1' } },
)
child.on('exit', (code) => (process.exitCode = code ?? 1))
