import { spawn } from 'node:child_process'
import { statfsSync } from 'node:fs'
import { findChromium } from './browser'
import { canServeMongodb } from './mongodbInMemory'
import { CRUISED } from './structure/cruised'
import { slowestFiles } from './testDurations'

/** What differs most between the databases; `npm run test:mongodb` runs the whole integration suite there. */
const ON_MONGODB_TOO = ['publish.test', 'workerTurn.test']
const ON_MONGODB_TOO_LONG = ['sync.test']

interface Step {
  name: string
  command: string[]
}

/** What takes minutes is in test files named `*.long.test.ts` and in the faults project; CI's nightly run has it all. */
const all = takeFlag('--all')
const quick = takeFlag('--quick')
if (all) process.env['VOUCH_LONG'] = '1'

// Each installation of a test waits for its disk at every commit; in memory it does not, and none of them outlives its test.
if (!process.env['TMPDIR'] && hasRoom('/dev/shm')) process.env['TMPDIR'] = '/dev/shm'

const RESULTS = 'test-results'
const vitest = (name: string, projects: string[]): Step => ({
  name,
  command: [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${RESULTS}/${projects.join('-')}.json`,
    '--passWithNoTests',
    ...process.argv.slice(2),
  ],
})
const QUICK = ['unit', 'contract']
const SLOW = ['integration', 'e2e', ...(all ? ['faults'] : [])]

const CHECKS: Step[] = [
  { name: 'types', command: ['node_modules/typescript-native/bin/tsc', '--noEmit'] },
  { name: 'lint', command: ['node_modules/oxlint/bin/oxlint', '--deny-warnings'] },
  { name: 'format', command: ['node_modules/oxfmt/bin/oxfmt', '--check', '.'] },
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
  {
    name: 'code that tests alone use',
    command: ['node_modules/knip/bin/knip.js', '--production'],
  },
]
// The browser tests drive the production build, and a stale one would prove nothing.
const BUILD: Step[] = findChromium()
  ? [{ name: 'build', command: ['--import', 'tsx', 'scripts/serve.ts', '--build-only'] }]
  : []
const MONGODB: Step[] = canServeMongodb()
  ? [
      {
        name: 'MongoDB',
        command: [
          '--import',
          'tsx',
          'scripts/testMongodb.ts',
          ...ON_MONGODB_TOO,
          ...(all ? ON_MONGODB_TOO_LONG : []),
        ],
      },
    ]
  : []

function takeFlag(flag: string): boolean {
  const at = process.argv.indexOf(flag)
  if (at >= 0) process.argv.splice(at, 1)
  return at >= 0
}

/** Whether a folder in memory holds what the tests of a run keep at once. */
function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize > 2 * 1024 ** 3
  } catch {
    return false
  }
}

/** Runs a step to its end; one that runs beside others says what it has to say when it is over. */
const run = ({ name, command }: Step, beside: boolean): Promise<{ name: string; code: number }> =>
  new Promise((resolve) => {
    const started = performance.now()
    if (!beside) console.log(`\n— ${name}`)
    const child = spawn(process.execPath, ['--conditions=production', ...command], {
      stdio: beside ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    })
    const printed: Buffer[] = []
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part: Buffer) => void printed.push(part))
    child.on('exit', (code) => {
      if (beside) console.log(`\n— ${name}\n${Buffer.concat(printed).toString('utf8').trim()}`)
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      console.log(`  ${name}: ${code ? 'FAILED' : 'passed'} in ${seconds} s`)
      resolve({ name, code: code ?? 1 })
    })
  })

const inOrder = async (steps: readonly Step[], beside = false) => {
  const ended: { name: string; code: number }[] = []
  for (const step of steps) ended.push(await run(step, beside))
  return ended
}

const started = performance.now()
const checked = quick
  ? await inOrder([...CHECKS, vitest('unit and contract tests', QUICK)])
  : // One core builds while the other checks: neither uses both.
    (
      await Promise.all([
        inOrder([...CHECKS, vitest('unit and contract tests', QUICK)]),
        inOrder(BUILD, true),
      ])
    ).flat()
const tested = quick
  ? []
  : await inOrder([
      vitest(`${all ? 'integration, faults' : 'integration'} and browser tests`, SLOW),
      ...MONGODB,
    ])
const steps = [...checked, ...tested]
const failed = steps.filter(({ code }) => code).map(({ name }) => name)
console.log(`\nSlowest test files, in s:\n${await slowestFiles(RESULTS)}`)
if (!findChromium())
  console.log(
    '\n!! NO CHROMIUM: THE BROWSER TESTS WERE SKIPPED. Install it (apt-get install chromium) to run them. !!',
  )
if (!canServeMongodb())
  console.log(
    '\n!! NO JAVA AND MAVEN: NOTHING WAS TESTED ON MONGODB. Install them to start one in memory. !!',
  )
if (!all && !quick)
  console.log(
    '\nNot run: faults, kills at every point, attacks, every room in the browser, the golden set against its bars, and in other files what takes long: an audience’s twin, 200 past questions, what another browser test walks through too (npm run test:all).',
  )
if (failed.length) console.log(`\nFailed: ${failed.join(', ')}`)
const minutes = ((performance.now() - started) / 60_000).toFixed(1)
console.log(`\nsteps: ${steps.length - failed.length} passed, ${failed.length} failed, in ${minutes} min`)
process.exitCode = failed.length ? 1 : 0
