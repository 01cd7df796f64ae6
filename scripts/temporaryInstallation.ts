import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Deps } from '../src/deps'

/** Runs something in an empty installation of this process's own, whatever the settings say, and removes it. */
export const inTemporaryInstallation = async <T>(
  run: (deps: Deps) => Promise<T>,
  { logLevel = 'error' }: { logLevel?: 'warn' | 'error' } = {},
): Promise<T> => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'vouch-measured-'))
  // Before anything is opened.
  Object.assign(process.env, {
    VOUCH_DATA_DIR: dataDir,
    DATABASE_URI: '',
    QDRANT_URL: '',
    LOG_LEVEL: logLevel,
  })
  const { getDeps, closeDeps } = await import('../src/deps')
  try {
    return await run(await getDeps())
  } finally {
    await closeDeps()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
