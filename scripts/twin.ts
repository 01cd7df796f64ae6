import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { AudienceAnswer, AudienceQuestions } from '../src/commands/proofs/audienceAnswers'
import type { Twin } from '../src/commands/proofs/proveAudience'
import { backUp } from '../src/database/backup/backUp'
import { restore } from '../src/database/backup/restore'
import { takeOutHiddenTexts } from '../src/database/backup/withoutTexts'
import { VouchError } from '../src/errors'
import type { Env } from '../src/env'
import type { Audience } from '../src/vocabulary'

/**
 * Makes a twin of an installation without the texts that are hidden from these audiences: a backup, restored to a folder that
 * is thrown away, and asked by a process of its own, which builds the index anew from what is left.
 * @throws {VouchError} where the installation is not on SQLite with the embedded index.
 */
export async function inTwin<T>(
  env: Env,
  { audiences }: { audiences: Audience[] },
  run: (makeTwin: () => Promise<Twin>) => Promise<T>,
): Promise<T> {
  if (!env.databaseUri.startsWith('file:') || env.QDRANT_URL)
    throw new VouchError(
      'A twin is made of an installation on SQLite with the embedded index. Restore a backup of this one to such a place, and prove it there.',
    )
  const folder = mkdtempSync(path.join(tmpdir(), 'vouch-twin-'))
  const dataDir = path.join(folder, 'data')
  const databaseUri = `file:${path.join(dataDir, 'vouch.db')}`
  try {
    return await run(async () => {
      await backUp(env, path.join(folder, 'backup'))
      await restore({ dataDir, databaseUri }, path.join(folder, 'backup'))
      const hidden = await takeOutHiddenTexts(databaseUri, audiences)
      return { hidden, ask: (questions) => askTwin({ folder, dataDir }, questions) }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function askTwin(
  { folder, dataDir }: { folder: string; dataDir: string },
  questions: AudienceQuestions,
): Promise<AudienceAnswer[]> {
  const file = path.join(folder, 'questions.json')
  writeFileSync(file, JSON.stringify(questions))
  const child = spawn(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', 'scripts/vouch.ts', 'audience', 'answers', file],
    {
      // Nothing of the twin leaves its folder: neither heads nor mail.
      env: {
        ...process.env,
        VITEST: undefined,
        VOUCH_DATA_DIR: dataDir,
        DATABASE_URI: '',
        VOUCH_AUDIT_HEADS: '',
        SMTP_URL: '',
        MAIL_FROM: '',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let [answers, errors] = ['', '']
  child.stdout.on('data', (data: Buffer) => (answers += data.toString()))
  child.stderr.on('data', (data: Buffer) => (errors = (errors + data.toString()).slice(-1_000)))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  if (code !== 0)
    throw new VouchError(`The twin could not be asked: ${errors.trim() || `it ended with ${code}`}`)
  return JSON.parse(answers) as AudienceAnswer[]
}
