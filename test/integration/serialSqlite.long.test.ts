import { createClient } from '@libsql/client'
import { sql } from '@payloadcms/db-sqlite'
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PayloadRequest } from 'payload'
import { describe, expect, it, vi } from 'vitest'
import { inBatches } from '../../src/database/inBatches'
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

  const within = async (ms: number, act: () => Promise<unknown>) => {
    const start = performance.now()
    await act()
    expect(performance.now() - start).toBeLessThan(ms)
  }
  const create = (slug: string, req?: PayloadRequest) =>
    vouch.payload.create({ collection: 'topics', data: { name: slug, slug }, ...(req && { req }) })

  it('refuses at once what is written inside a transaction without its req, and lets everyone else on', async () => {
    const attempt = inTransaction({ payload: vouch.payload }, async (req) => {
      await create('inside', req)
      await create('outside')
    })
    await within(1_500, async () => {
      await Promise.all([expect(attempt).rejects.toThrow('did not pass its req'), create('someone-else')])
    })
    expect(await topics('inside')).toEqual([])
    expect(await topics('someone-else')).toEqual(['someone-else'])
  })

  it('refuses a single statement as it refuses a transaction, and what was caught is no obstacle to the rest', async () => {
    await within(1_500, () =>
      inTransaction({ payload: vouch.payload }, async (req) => {
        const alone = vouch.payload.db.create({ collection: 'topics', data: { name: 'x', slug: 'alone' } })
        // A single statement is sealed in a transaction of its own, so that the error comes as that one's.
        await expect(alone).rejects.toThrow(/waits for the transaction that it was made inside of/)
        await create('rest', req)
      }),
    )
    expect(await topics('rest')).toEqual(['rest'])
    expect(await topics('alone')).toEqual([])
  })

  it('lets what was begun in a transaction and left to itself wait for its end', async () => {
    let left: Promise<unknown> = Promise.resolve()
    await inTransaction({ payload: vouch.payload }, async (req) => {
      left = create('left')
      for (let i = 0; i < 10; i++) {
        await sleep(60)
        await create(`going-on-${i}`, req)
      }
    })
    await left
    expect(await topics('left')).toEqual(['left'])
  })

  it('does several things in one transaction, and a bad one stops no other', async () => {
    await create('batch-taken')
    const begun = vi.spyOn(vouch.payload.db, 'beginTransaction')
    const slugs = ['batch-a', 'batch-b', 'batch-c', 'batch-d']
    const run = async (items: string[]) => {
      const failed: string[] = []
      const all = inBatches({ payload: vouch.payload, items }, { each: (slug, req) => create(slug, req) })
      for await (const { item, outcome } of all) if ('error' in outcome) failed.push(item)
      return failed
    }
    expect(await run(slugs)).toEqual([])
    expect(begun.mock.calls.length).toBeLessThan(slugs.length)
    begun.mockRestore()
    expect(await run(['batch-e', 'batch-taken', 'batch-f'])).toEqual(['batch-taken'])
    expect((await topics('batch-')).toSorted()).toEqual([...slugs, 'batch-e', 'batch-f', 'batch-taken'])
  })

  it('does not take a transaction for a part of one that was begun in the same breath', async () => {
    const { db } = vouch.payload
    const first = db.beginTransaction()
    const second = db.beginTransaction()
    const id = (await first) as string
    await sleep(200)
    await db.commitTransaction(id)
    await db.commitTransaction((await second) as string)
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
