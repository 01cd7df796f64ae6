import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { getEnv, SettingsError } from '../src/env'

/** Starts Next with the conditions that every process of this product needs (docs/adr/0003). */
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
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
    child.on('exit', (code) => resolve(code ?? 1))
  })

/** Serves; builds first where there is no build. @returns the exit code. */
export const serve = async ({ dev = false, buildOnly = false } = {}): Promise<number> => {
  const { HOST, PORT } = getEnv()
  if (dev) return next('dev', '-H', HOST, '-p', String(PORT))
  if (buildOnly || !existsSync('.next/BUILD_ID')) {
    console.log('Building the admin (one to three minutes, once)…')
    const code = await next('build')
    if (code || buildOnly) return code
  }
  return next('start', '-H', HOST, '-p', String(PORT))
}

if (process.argv[1]?.endsWith('serve.ts')) {
  try {
    process.exitCode = await serve({
      dev: process.argv.includes('--dev'),
      buildOnly: process.argv.includes('--build-only'),
    })
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
