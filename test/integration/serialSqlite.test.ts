import { createClient } from '@libsql/client'
import { sql } from '@payloadcms/db-sqlite'
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { inTransaction } from '../../src/database/transaction'
import { useInstallation } from './installation'
import { onMongodb } from './databases'

const run = promisify(execFile)

interface Sessions {
  sessions: Record<string, { db: { run: (query: unknown) => Promise<unknown> } }>
}

describe.skipIf(onMongodb)('what SQLite acknowledged is stored', () => {
  const vouch = useInstallation()

  const topics = async (prefix: string): Promise<string[]> =>
    (
      await vouch.payload.find({ collection: 'topics', where: { slug: { like: prefix } }, pagination: false })
    ).docs.map((topic) => topic.slug)

  it('tells the caller when COMMIT fails, stores nothing, and goes on working', async () => {
    const attempt = inTransaction({ payload: vouch.payload }, async (req) => {
      await vouch.payload.create({ collection: 'topics', data: { name: 'doomed', slug: 'doomed' }, req })
      const session = (vouch.payload.db as unknown as Sessions).sessions[String(await req.transactionID)]
      await session?.db.run(sql`PRAGMA defer_foreign_keys = ON`)
      await session?.db.run(sql`UPDATE topics SET lead_id = ${randomUUID()} WHERE slug = 'doomed'`)
    })
    await expect(attempt).rejects.toThrow(/FOREIGN KEY/)
    expect(await topics('doomed')).toEqual([])
    await vouch.payload.create({ collection: 'topics', data: { name: 'after', slug: 'after' } })
    expect(await topics('after')).toEqual(['after'])
  })

  it('rolls back everything of a transaction that throws', async () => {
    const attempt = inTransaction({ payload: vouch.payload }, async (req) => {
      await vouch.payload.create({ collection: 'topics', data: { name: 'half', slug: 'half' }, req })
      throw new Error('stop')
    })
    await expect(attempt).rejects.toThrow('stop')
    expect(await topics('half')).toEqual([])
  })

  it('runs twenty transactions that were begun at once', async () => {
    const slugs = Array.from({ length: 20 }, (_, i) => `parallel-${i}`)
    await Promise.all(
      slugs.map((slug) =>
        inTransaction({ payload: vouch.payload }, (req) =>
          vouch.payload.create({ collection: 'topics', data: { name: slug, slug }, req }),
        ),
      ),
    )
    expect((await topics('parallel-')).toSorted()).toEqual(slugs.toSorted())
  })

  it('waits for a lock that another process holds for seconds, and loses nothing', async () => {
    const foreign = createClient({ url: vouch.deps.env.databaseUri })
    await foreign.execute('BEGIN IMMEDIATE')
    const writes = Promise.all(
      Array.from({ length: 5 }, (_, i) =>
        vouch.payload.create({ collection: 'topics', data: { name: `lock-${i}`, slug: `lock-${i}` } }),
      ),
    )
    const readWhileLocked = await topics('after')
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    await foreign.execute('ROLLBACK')
    foreign.close()
    await writes
    expect(readWhileLocked).toEqual(['after'])
    expect(await topics('lock-')).toHaveLength(5)
  })

  it(
    'keeps what three processes wrote at once: exactly what each was told',
    { timeout: 240_000 },
    async () => {
      const outputs = await Promise.all(
        ['p1', 'p2', 'p3'].map((name) =>
          run(
            process.execPath,
            ['--conditions=production', '--import', 'tsx', 'test/integration/writer.ts', name, '40'],
            { env: { ...process.env, VITEST: undefined } },
          ),
        ),
      )
      const lines = outputs.flatMap(({ stdout }) => stdout.trim().split('\n'))
      const committed = lines.flatMap((line) => /^committed (\S+)/.exec(line)?.[1] ?? [])
      expect(lines.filter((line) => line.startsWith('refused'))).toEqual([])
      expect(committed).toHaveLength(108)
      const stored = [...(await topics('p1-')), ...(await topics('p2-')), ...(await topics('p3-'))]
      expect(stored.toSorted()).toEqual(committed.toSorted())
    },
  )
})
