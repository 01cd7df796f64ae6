import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { getEnv, SettingsError } from '../src/env'
import { DEMO_ACCESS } from './demo/accessFile'
import { withTimeLimit } from '../src/timeLimit'
import { buildWidget, WIDGET_FILE } from './buildWidget'
import { runQuietly } from './runQuietly'
import { answersAt, noteServing } from './serving'

const NEXT = ['--conditions=production', 'node_modules/next/dist/bin/next'] as const

const nextEnv = (): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_OPTIONS: '--conditions=production',
  NEXT_TELEMETRY_DISABLED: '1',
})

/** Runs Next with the conditions that every process of this product needs (docs/adr/0003). @returns its exit code. */
const next = (args: readonly string[], whileRunning?: (child: ChildProcess) => unknown): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [...NEXT, ...args], { stdio: 'inherit', env: nextEnv() })
    const passOn = (signal: NodeJS.Signals) => child.kill(signal)
    process.once('SIGINT', passOn).once('SIGTERM', passOn)
    whileRunning?.(child)
    child.on('exit', (code, signal) => resolve(signal ? 0 : (code ?? 1)))
  })

/** @param run what runs Next's build: shown as it goes, or only where it fails. */
export const build = async (run: () => Promise<number> = () => next(['build'])): Promise<number> => {
  console.log('Building the admin (one to three minutes, once)…')
  await buildWidget()
  return run()
}

const buildQuietly = (): Promise<number> =>
  build(() => runQuietly([process.execPath, ...NEXT, 'build'], { env: nextEnv() }))

/**
 * Builds where there is no build, without Next's list of routes: above it stands what whoever started this wants to read.
 * @returns 0, or the build's exit code.
 */
export const ensureBuilt = async (): Promise<number> => {
  if (!existsSync('.next/BUILD_ID')) return buildQuietly()
  if (!existsSync(WIDGET_FILE)) await buildWidget()
  return 0
}

/**
 * Serves until it is told to end, and says so once it answers without delay.
 * @param howToGetIn what else whoever started it is told then.
 */
export const start = (howToGetIn: (url: string) => string | null = () => null): Promise<number> =>
  serve('start', howToGetIn)

const serve = async (
  mode: 'start' | 'dev',
  howToGetIn: (url: string) => string | null = () => null,
): Promise<number> => {
  const { HOST, PORT, dataDir } = getEnv()
  const url = `http://${hostOf(HOST)}:${PORT}`
  // Whatever answers there would be taken for the server that is started now.
  if (await answersAt(url)) {
    console.error(`Vouch answers at ${url} already. End it first, or choose another PORT.`)
    return 1
  }
  let takeBack = () => {}
  const code = await next([mode, '-H', HOST, '-p', String(PORT)], async (child) => {
    if (!(await answersSoon(url, child))) return
    takeBack = noteServing(dataDir, url)
    console.log([`Vouch answers at ${url}`, howToGetIn(url)].filter(Boolean).join('\n'))
  })
  takeBack()
  return code
}

/** Where a browser on this machine finds a server that listens everywhere. */
const hostOf = (host: string): string => {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

const ASKED_AGAIN_MS = 200

/** Waits until the first question will not wait for what a new process has to load. @returns false where it ended before. */
const answersSoon = async (url: string, child: ChildProcess): Promise<boolean> => {
  while (child.exitCode === null && child.signalCode === null) {
    const state = await stateAt(url).catch(() => null)
    if (state && state.answers !== 'starting') return true
    await sleep(ASKED_AGAIN_MS)
  }
  return false
}

/** Long enough to load the route that answers, which is loaded when it is first asked, whatever for. */
const LOADING_MS = 30_000

/** What the server says of itself; null where what it says is nothing of ours. */
const stateAt = (url: string): Promise<{ answers?: string } | null> =>
  withTimeLimit({ ms: LOADING_MS }, async ({ signal }) => {
    const ready = await fetch(`${url}/api/v1/health/ready`, { signal })
    await fetch(`${url}/api/v1/answer`, { method: 'OPTIONS', signal }).catch(() => null)
    return (await ready.json()) as { answers?: string } | null
  })

const main = async (mode: string | undefined): Promise<number> => {
  if (mode === '--dev') {
    await buildWidget()
    return serve('dev')
  }
  getEnv()
  if (mode === '--build-only') return build()
  const failed = await ensureBuilt()
  if (failed) return failed
  return start(await howToGetIn())
}

/** Where this is the demo, and until its passwords and its key are changed: what `npm run demo` said. */
const howToGetIn = async (): Promise<(url: string) => string | null> => {
  const { dataDir } = getEnv()
  if (!existsSync(path.join(dataDir, DEMO_ACCESS))) return () => null
  const [{ getDeps, closeDeps }, { formatDemoAccess, openDemoAccess }] = await Promise.all([
    import('../src/deps'),
    import('./demo/demoAccess'),
  ])
  try {
    const access = await openDemoAccess((await getDeps()).payload, dataDir)
    return (url) => access && formatDemoAccess(access, url)
  } finally {
    await closeDeps()
  }
}

if (process.argv[1]?.endsWith('serve.ts'))
  try {
    process.exitCode = await main(process.argv[2])
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
