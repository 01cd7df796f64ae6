import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { canServeMongodb } from './mongodbInMemory'

const NOTHING_TO_RUN_ON =
  'There is no MongoDB to test on. Set DATABASE_URI (and VOUCH_SECRET, VOUCH_AUDIT_KEY) to a replica set, or install Java 11 or newer and Maven, and the tests start one in memory.'

/** What a server without transactions leaves open: said before and after, so that green is not taken for more than it is. */
const NOT_PROVEN = `
!! MONGODB WITHOUT TRANSACTIONS (mongo-java-server, in memory). This run does NOT prove that what belongs together is
!! stored together or not at all, nor what happens when two write at once: tests of that are skipped. The GitHub
!! workflow runs them on a replica set.
`

interface Server {
  uri: string
  process: ChildProcess
}

/** mongo-java-server on a free loopback port; it ends with this process. */
const startInMemory = async (): Promise<Server> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vouch-mongodb-'))
  const classpath = path.join(folder, 'classpath')
  const maven = ['-q', '-B', '-f', 'test/mongodb/pom.xml', 'dependency:build-classpath']
  const fetched = spawnSync('mvn', [...maven, `-Dmdep.outputFile=${classpath}`], { stdio: 'inherit' })
  if (fetched.status !== 0) throw new Error('Maven could not fetch mongo-java-server (its reason is above).')
  const server = spawn('java', ['-cp', readFileSync(classpath, 'utf8'), 'test/mongodb/Server.java'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  rmSync(folder, { recursive: true })
  const [port] = (await Promise.race([
    once(server.stdout, 'data'),
    once(server, 'exit').then(([code]) => {
      throw new Error(`mongo-java-server ended at once, with ${String(code)}.`)
    }),
  ])) as [Buffer]
  return { uri: `mongodb://127.0.0.1:${port.toString().trim()}/vouch`, process: server }
}

const runTests = async (settings: Record<string, string>): Promise<number> => {
  const project = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'integration']
  const tests = spawn(process.execPath, ['--conditions=production', ...project, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, ...settings },
  })
  const [code] = (await once(tests, 'exit')) as [number | null]
  return code ?? 1
}

const runInMemory = async (): Promise<number> => {
  console.log(NOT_PROVEN)
  const server = await startInMemory()
  try {
    return await runTests({
      DATABASE_URI: server.uri,
      VOUCH_MONGODB_WITHOUT_TRANSACTIONS: 'records-may-be-torn',
      VOUCH_SECRET: randomBytes(32).toString('hex'),
      VOUCH_AUDIT_KEY: randomBytes(32).toString('hex'),
    })
  } finally {
    server.process.stdin?.end()
    console.log(NOT_PROVEN)
  }
}

if (process.env['DATABASE_URI']) process.exitCode = await runTests({})
else if (canServeMongodb()) process.exitCode = await runInMemory()
else {
  console.error(NOTHING_TO_RUN_ON)
  process.exitCode = 1
}
