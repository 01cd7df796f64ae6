import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A migrated data directory with the people of the tests in it; null on MongoDB. */
    template: string | null
  }
}

/** Made once for all files: migrating and hashing six passwords takes two seconds of a core. */
export default async function makeTemplate({ provide }: TestProject): Promise<() => void> {
  if (process.env['DATABASE_URI']) {
    provide('template', null)
    return () => {}
  }
  const dataDir = mkdtempSync(path.join(tmpdir(), 'vouch-template-'))
  await promisify(execFile)(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', 'test/integration/makeTemplate.ts'],
    { env: { ...process.env, VITEST: undefined, VOUCH_DATA_DIR: dataDir, LOG_LEVEL: 'fatal' } },
  )
  provide('template', dataDir)
  return () => rmSync(dataDir, { recursive: true, force: true })
}
