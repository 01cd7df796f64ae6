import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../scripts/freePort'

export const NODE = ['--conditions=production', '--import', 'tsx']
const READY_MS = 60_000
const STOP_MS = 10_000

/** What the seeding prints (seedDataDir.ts). */
export interface Seeded {
  botId: string
  key: string
  documents: { collection: string; id: string; title: string }[]
  receipts: string[]
  gaps: string[]
}

export interface FreshVouch {
  base: string
  /** Of the server; for commands on the same installation. */
  env: NodeJS.ProcessEnv
  stop: () => Promise<void>
}

export interface RunningVouch extends FreshVouch {
  house: Seeded
}

/** A production server on a free loopback port, on a fresh data directory that was seeded through the real commands. */
export const startVouch = async (): Promise<RunningVouch> => {
  let house: Seeded | undefined
  const vouch = await startFresh(async (env) => {
    house = JSON.parse(await run([...NODE, 'test/e2e/seedDataDir.ts'], env)) as Seeded
  })
  return { ...vouch, house: house as Seeded }
}

/** The same with nothing in it. @param prepare what is done to the data directory before. */
export const startFresh = async (
  prepare?: (env: NodeJS.ProcessEnv) => Promise<unknown>,
): Promise<FreshVouch> => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'vouch-e2e-'))
  const port = await freePort()
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    VOUCH_DATA_DIR: dataDir,
    DATABASE_URI: '',
    QDRANT_URL: '',
    HOST: '127.0.0.1',
    PORT: String(port),
  }
  await prepare?.(env)
  const server = spawn(process.execPath, [...NODE, 'scripts/serve.ts'], { env, stdio: 'inherit' })
  const base = `http://127.0.0.1:${port}`
  const stop = async () => {
    await end(server)
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    await ready(base, server)
  } catch (error) {
    await stop()
    throw error
  }
  return { base, env, stop }
}

/** Runs node to its end. @returns the last line that it printed. */
export const run = (args: string[], env: NodeJS.ProcessEnv): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
    let printed = ''
    child.stdout.on('data', (part: Buffer) => (printed += part.toString('utf8')))
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0
        ? resolve(printed.trim().split('\n').at(-1) ?? '')
        : reject(new Error(`node ${args.join(' ')} ended with ${code}:\n${printed}`)),
    )
  })

const ready = async (base: string, server: ChildProcess): Promise<void> => {
  const until = Date.now() + READY_MS
  while (Date.now() < until) {
    if (server.exitCode !== null)
      throw new Error(`The server ended with ${server.exitCode} before it was ready.`)
    const live = await fetch(`${base}/api/v1/health/live`).catch(() => null)
    if (live?.ok) return
    await sleep(200)
  }
  throw new Error(`The server was not ready within ${READY_MS} ms.`)
}

const end = async (server: ChildProcess): Promise<void> => {
  if (server.exitCode !== null) return
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  const inTime = await Promise.race([ended.then(() => true), sleep(STOP_MS, false)])
  if (!inTime) server.kill('SIGKILL')
}
