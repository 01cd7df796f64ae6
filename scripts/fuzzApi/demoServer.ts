import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { VouchError } from '../../src/errors'
import { ensureBuilt } from '../serve'
import { freePort } from '../freePort'

const NODE = ['--conditions=production', '--import', 'tsx']
const READY_MS = 300_000
const STOP_MS = 10_000

interface DemoServer {
  base: string
  dataDir: string
  /** Thrown away at the end. */
  folder: string
}

/** Serves the demo on a free port of this machine, from a folder that is thrown away. */
export async function inDemoServer<T>(
  { from }: { from: string | undefined },
  run: (server: DemoServer) => Promise<T>,
): Promise<T> {
  if (await ensureBuilt()) throw new VouchError('The admin could not be built; see above.')
  const folder = mkdtempSync(path.join(tmpdir(), 'vouch-fuzz-api-'))
  const dataDir = path.join(folder, 'data')
  const port = await freePort()
  const env = settingsOf({ dataDir, port })
  try {
    if (from) cpSync(from, dataDir, { recursive: true })
    else makeDemo(env)
    const server = spawn(process.execPath, [...NODE, 'scripts/serve.ts'], { env, stdio: 'inherit' })
    try {
      const base = `http://127.0.0.1:${port}`
      await ready(base, server)
      return await run({ base, dataDir, folder })
    } finally {
      await end(server)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Nothing leaves the folder; what is queued waits, since it would only slow what is asked. */
const settingsOf = ({ dataDir, port }: { dataDir: string; port: number }): NodeJS.ProcessEnv => ({
  ...process.env,
  VOUCH_DATA_DIR: dataDir,
  DATABASE_URI: '',
  QDRANT_URL: '',
  VOUCH_AUDIT_HEADS: '',
  SMTP_URL: '',
  MAIL_FROM: '',
  PUBLIC_URL: '',
  VOUCH_READER: 'words',
  VOUCH_WORKER: 'off',
  VOUCH_ANSWER_TIME_MS: '30000',
  LOG_LEVEL: 'error',
  HOST: '127.0.0.1',
  PORT: String(port),
})

function makeDemo(env: NodeJS.ProcessEnv): void {
  const made = spawnSync(process.execPath, [...NODE, 'scripts/vouch.ts', 'demo', '--no-serve'], {
    env,
    stdio: 'inherit',
  })
  if (made.status !== 0) throw new VouchError('The demo could not be made; see above.')
}

async function ready(base: string, server: ChildProcess): Promise<void> {
  const until = Date.now() + READY_MS
  while (Date.now() < until) {
    if (server.exitCode !== null) throw new VouchError(`The server ended with ${server.exitCode}; see above.`)
    if ((await fetch(`${base}/api/v1/health/ready`).catch(() => null))?.ok) return
    await sleep(200)
  }
  throw new VouchError(`The server was not ready within ${READY_MS / 1000} s.`)
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  if (!(await Promise.race([ended.then(() => true), sleep(STOP_MS, false)]))) server.kill('SIGKILL')
}
