import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { getEnv, SettingsError } from '../src/env'
import { DEMO_ACCESS } from './demo/accessFile'

/** Runs Next with the conditions that every process of this product needs (docs/adr/0003). @returns its exit code. */
const next = (...args: string[]): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['--conditions=production', 'node_modules/next/dist/bin/next', ...args],
      {
        stdio: 'inherit',
        env: { ...process.env, NODE_OPTIONS: '--conditions=production', NEXT_TELEMETRY_DISABLED: '1' },
      },
    )
    const passOn = (signal: NodeJS.Signals) => child.kill(signal)
    process.once('SIGINT', passOn).once('SIGTERM', passOn)
    child.on('exit', (code, signal) => resolve(signal ? 0 : (code ?? 1)))
  })

export const build = (): Promise<number> => {
  console.log('Building the admin (one to three minutes, once)…')
  return next('build')
}

/** Builds where there is no build. @returns 0, or the build's exit code. */
export const ensureBuilt = (): Promise<number> =>
  existsSync('.next/BUILD_ID') ? Promise.resolve(0) : build()

/** Serves what was built until it is told to end. */
export const start = (): Promise<number> => {
  const { HOST, PORT } = getEnv()
  return next('start', '-H', HOST, '-p', String(PORT))
}

const dev = (): Promise<number> => {
  const { HOST, PORT } = getEnv()
  return next('dev', '-H', HOST, '-p', String(PORT))
}

const main = async (mode: string | undefined): Promise<number> => {
  if (mode === '--dev') return dev()
  getEnv()
  if (mode === '--build-only') return build()
  const failed = await ensureBuilt()
  if (failed) return failed
  await sayHowToGetIn()
  return start()
}

/** Where this is the demo, and until its passwords and its key are changed: what `npm run demo` said. */
const sayHowToGetIn = async (): Promise<void> => {
  const { dataDir, HOST, PORT } = getEnv()
  if (!existsSync(path.join(dataDir, DEMO_ACCESS))) return
  const [{ getDeps, closeDeps }, { formatDemoAccess, openDemoAccess }] = await Promise.all([
    import('../src/deps'),
    import('./demo/demoAccess'),
  ])
  try {
    const access = await openDemoAccess((await getDeps()).payload, dataDir)
    if (access) console.log(formatDemoAccess(access, `http://${HOST}:${PORT}`))
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
