import { spawn } from 'node:child_process'
import { findChromium } from './browser'
import { canServeMongodb } from './mongodbInMemory'

const CRUISED = ['src', 'collections', 'ingestion', 'evals', 'scripts', 'test', 'demo', 'payload.config.ts']

/** What differs most between the databases; `npm run test:mongodb` runs the whole integration suite there. */
const ON_MONGODB_TOO = ['publish.test', 'sync.test', 'workerTurn.test']

/** Everything that guards the code, in the order in which it fails fastest. Arguments go to vitest. */
const STEPS: { name: string; command: string[] }[] = [
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  { name: 'lint', command: ['node_modules/oxlint/bin/oxlint', '--deny-warnings'] },
  { name: 'format', command: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'] },
  {
    name: 'import directions',
    command: [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      ...CRUISED,
    ],
  },
  { name: 'dead code', command: ['node_modules/knip/bin/knip.js'] },
  // The browser tests drive the production build, and a stale one would prove nothing.
  ...(findChromium()
    ? [{ name: 'build', command: ['--import', 'tsx', 'scripts/serve.ts', '--build-only'] }]
    : []),
  { name: 'tests', command: ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)] },
  ...(canServeMongodb()
    ? [{ name: 'MongoDB', command: ['--import', 'tsx', 'scripts/testMongodb.ts', ...ON_MONGODB_TOO] }]
    : []),
]

const run = (command: string[]): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--conditions=production', ...command], { stdio: 'inherit' })
    child.on('exit', (code) => resolve(code ?? 1))
  })

const failed: string[] = []
for (const { name, command } of STEPS) {
  const started = performance.now()
  console.log(`\n— ${name}`)
  const code = await run(command)
  if (code) failed.push(name)
  console.log(`  ${code ? 'FAILED' : 'passed'} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}
if (!findChromium())
  console.log(
    '\n!! NO CHROMIUM: THE BROWSER TESTS WERE SKIPPED. Install it (apt-get install chromium) to run them. !!',
  )
if (!canServeMongodb())
  console.log(
    '\n!! NO JAVA AND MAVEN: NOTHING WAS TESTED ON MONGODB. Install them to start one in memory. !!',
  )
if (failed.length) console.log(`\nFailed: ${failed.join(', ')}`)
console.log(`\nsteps: ${STEPS.length - failed.length} passed, ${failed.length} failed`)
process.exitCode = failed.length ? 1 : 0
