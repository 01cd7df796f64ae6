import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from '@libsql/client'
import { afterAll } from 'vitest'
import { writeCorpus } from './corpus'

export const APPROVER = 'ben@example.com'

/** Everything that was asked for (VOUCH_FAULTS=full, some minutes), or what fits into every run of the tests. */
export const full = process.env['VOUCH_FAULTS'] === 'full'

export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  out: string
  errors: string
}

export interface Running {
  process: ChildProcess
  ended: Promise<Ended>
}

/** An installation of processes of its own, as a user starts them: the command line on a data directory. */
export interface Installation {
  dataDir: string
  corpus: string
  start: (...command: string[]) => Running
  run: (...command: string[]) => Promise<Ended>
  /** What `vouch verify` finds, and whether the index is in step. */
  check: () => Promise<{ breaks: unknown[]; inStep: boolean }>
  /** Runs SQL on the database file, as someone else's process. */
  sql: (statement: string) => Promise<Record<string, unknown>[]>
  /** Works until no job is left, however often each must be tried. */
  settle: () => Promise<void>
}

/** @param dataDir where, unless in a folder of its own under the system's temporary one */
export const createInstallation = ({
  env = {},
  dataDir,
}: { env?: Record<string, string>; dataDir?: string } = {}): Installation => {
  const root = mkdtempSync(path.join(tmpdir(), 'vouch-faults-'))
  const data = dataDir ?? path.join(root, 'data')
  afterAll(() => rmSync(root, { recursive: true, force: true }))
  const startFile = (file: string, ...command: string[]): Running => {
    const child = spawn(process.execPath, ['--conditions=production', '--import', 'tsx', file, ...command], {
      env: {
        ...process.env,
        DATABASE_URI: '',
        VOUCH_DATA_DIR: data,
        VOUCH_MODEL_DIR: '/nonexistent',
        LOG_LEVEL: 'fatal',
        ...env,
      },
    })
    return { process: child, ended: endOf(child) }
  }
  const start = (...command: string[]) => startFile('scripts/vouch.ts', ...command)
  const sql: Installation['sql'] = async (statement) => {
    const client = createClient({ url: `file:${path.join(data, 'vouch.db')}` })
    try {
      await client.execute('PRAGMA busy_timeout = 5000')
      return (await client.execute(statement)).rows as unknown as Record<string, unknown>[]
    } finally {
      client.close()
    }
  }
  return {
    dataDir: data,
    corpus: path.join(root, 'corpus'),
    start,
    run: (...command) => start(...command).ended,
    check: async () =>
      JSON.parse((await startFile('test/faults/check.child.ts').ended).out) as Awaited<
        ReturnType<Installation['check']>
      >,
    sql,
    settle: () => settle(start, sql),
  }
}

const endOf = async (child: ChildProcess): Promise<Ended> => {
  let out = ''
  let errors = ''
  child.stdout?.on('data', (data: Buffer) => (out += data.toString()))
  child.stderr?.on('data', (data: Buffer) => (errors += data.toString()))
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
  return { code, signal, out, errors }
}

const SETTLES_WITHIN_MS = 240_000

const settle = async (start: Installation['start'], sql: Installation['sql']): Promise<void> => {
  const left = async () =>
    Number((await sql('SELECT count(*) AS n FROM payload_jobs WHERE completed_at IS NULL'))[0]?.['n'])
  if ((await left()) === 0) return
  const worker = start('worker')
  const until = Date.now() + SETTLES_WITHIN_MS
  try {
    while ((await left()) > 0) {
      if (Date.now() > until) throw new Error(`Jobs are left: ${await reasons(sql)}`)
      // The dependency is up again: what waits for its next try need not wait for the clock.
      await sql('UPDATE payload_jobs SET wait_until = NULL WHERE wait_until IS NOT NULL')
      await sleep(500)
    }
  } finally {
    worker.process.kill('SIGTERM')
    await worker.ended
  }
}

const reasons = async (sql: Installation['sql']): Promise<string> =>
  JSON.stringify(await sql('SELECT task_slug, processing, has_error, error FROM payload_jobs LIMIT 5'))

/** An installation with an approver and a corpus that is not imported yet. */
export const prepare = async (vouch: Installation, documents: number): Promise<void> => {
  writeCorpus(vouch.corpus, documents)
  const added = await vouch.run('user', 'add', APPROVER, '--name', 'Ben', '--role', 'approver')
  if (added.code !== 0) throw new Error(added.errors)
}

export interface State {
  documents: number
  published: number
  releases: number
  inForce: number
  /** Documents with more than one release, and sources' keys with more than one document. */
  twice: number
  failed: number
  breaks: unknown[]
  inStep: boolean
}

/** How things stand, by the database, `vouch verify` and `vouch index status`. */
export const stateOf = async (vouch: Installation): Promise<State> => {
  const count = async (of: string) => Number((await vouch.sql(`SELECT count(*) AS n FROM ${of}`))[0]?.['n'])
  return {
    documents: await count('policies'),
    published: await count(`policies WHERE workflow_state = 'published'`),
    releases: await count('releases'),
    inForce: await count('releases WHERE valid_from IS NOT NULL AND valid_to IS NULL'),
    twice:
      (await count('(SELECT document_id FROM releases GROUP BY document_id HAVING count(*) > 1)')) +
      (await count('(SELECT source_key FROM policies GROUP BY source_id, source_key HAVING count(*) > 1)')),
    failed: await count('payload_jobs WHERE completed_at IS NULL'),
    ...(await vouch.check()),
  }
}

/** Nothing lost, nothing double, `vouch verify` clean. */
export const whole = (documents: number): State => ({
  documents,
  published: documents,
  releases: documents,
  inForce: documents,
  twice: 0,
  failed: 0,
  breaks: [],
  inStep: true,
})
