import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { createBotKey } from '../../src/commands/botKeys'
import { acknowledgeRecall } from '../../src/commands/recall/acknowledgeRecall'
import { finishFollowUp } from '../../src/commands/recall/finishFollowUp'
import { listRecall } from '../../src/commands/recall/listRecall'
import { proveRecall } from '../../src/commands/recall/proveRecall'
import { recallRelease } from '../../src/commands/recall/recallRelease'
import { recallIdOf } from '../../src/commands/recall/startRecall'
import { inTransaction } from '../../src/database/transaction'
import { authenticateBot } from '../../src/http/authenticate'
import type { Answer, Bot, Policy } from '../../payload-types'
import { product, publishBackground, serviceOf } from './background'
import { useInstallation } from './installation'

const RECEIPTS = 1_000

describe('recall', () => {
  const vouch = useInstallation()
  let shop: Bot
  let lathe: Policy
  let release: string
  let key: string
  /** Ids of receipts that cite the lathe's release. */
  const citing = new Set<string>()

  /** A thousand receipts from a few that were really given: every third cites the lathe, in conversations of two. */
  const multiply = async (rows: readonly [Answer, boolean][]) => {
    for (let at = 0; at < RECEIPTS; at += 100)
      await inTransaction(vouch.deps, async (req) => {
        for (let i = at; i < at + 100; i++) {
          const [row, cites] = rows[i % rows.length]!
          const id = randomUUID()
          if (cites) citing.add(id)
          await req.payload.db.create({
            collection: 'answers',
            data: { ...row, id, idempotencyHash: id, conversationId: `c-${Math.floor(i / 6)}` },
            req,
            returning: false,
          })
        }
      })
  }

  beforeAll(async () => {
    await publishBackground(vouch)
    const webhook = await vouch.payload.create({
      collection: 'webhooks',
      data: {
        name: 'Desk',
        url: 'https://desk.example.com/vouch',
        events: ['handover.created'],
        enabled: true,
      },
    })
    shop = await vouch.bot({ scopes: ['answer', 'acknowledge:recalls'], recallWebhook: webhook.id })
    key = await createBotKey({ payload: vouch.payload, user: vouch.user('ada') }, shop.id)
    lathe = await vouch.publish(product('Knot Lathe', 17))
    await vouch.publish(product('Linnet Forge', 18))
    release = (await vouch.rows('releases', { documentId: { equals: lathe.id } }))[0]!.id
    const given: [Answer, boolean][] = []
    for (const [question, cites] of [
      [serviceOf('Knot Lathe'), true],
      [serviceOf('Linnet Forge'), false],
      ['Do you ship to the moon by rocket?', false],
    ] as const) {
      const { receiptId, outcome } = await vouch.ask(question, { bot: shop })
      if (cites) expect(outcome).toBe('answered')
      const [row] = await vouch.payload.db
        .find<Answer>({ collection: 'answers', where: { id: { equals: receiptId } }, req: {} })
        .then(({ docs }) => docs)
      if (cites) citing.add(receiptId)
      given.push([row!, cites])
    }
    await multiply(given)
  }, 200_000)

  it('what is in force still is not recalled', async () => {
    await expect(recallRelease(vouch.deps, { releaseId: release, user: vouch.user('ben') })).rejects.toThrow(
      'is in force still',
    )
  })

  it('a withdrawal lists exactly the receipts that cite it, and proves it by another way', async () => {
    await vouch.act('ben', 'withdraw', lathe, 'policies', { comment: 'The days are wrong.' })
    await vouch.work()
    const listed = await vouch.rows('recalled-answers', { recall: { equals: recallIdOf(release) } })
    expect(new Set(listed.map(({ receipt }) => receipt))).toEqual(citing)
    const [recall] = await vouch.rows('recalls')
    expect(recall).toMatchObject({
      cause: 'withdrawn',
      reason: 'The days are wrong.',
      state: 'open',
      answers: citing.size,
    })
    expect(await proveRecall(vouch.deps, release)).toMatchObject({
      listed: citing.size,
      cited: citing.size,
      missing: [],
      unfounded: [],
    })
  })

  it('a run that is cut off and run again lists nothing twice, and what is missing is found by the proof', async () => {
    const [one] = await vouch.rows('recalled-answers')
    await vouch.sql({ sql: 'delete from recalled_answers where id = ?', args: [one!.id] })
    expect((await proveRecall(vouch.deps, release)).missing).toEqual([one!.receipt])
    await listRecall(vouch.deps, recallIdOf(release))
    await listRecall(vouch.deps, recallIdOf(release))
    expect(await proveRecall(vouch.deps, release)).toMatchObject({
      listed: citing.size,
      missing: [],
      unfounded: [],
    })
    expect(await vouch.rows('recall-notices')).toHaveLength(1)
  })

  it('each conversation has one follow-up, and the recall is done with the last of them', async () => {
    const open = await vouch.rows('recalled-answers', { followUp: { equals: 'open' } })
    const conversations = new Set(
      (await vouch.rows('recalled-answers')).map((row) => row.conversationId ?? row.id),
    )
    expect(open).toHaveLength(conversations.size)
    const [first] = open
    const finish = (name: string, receiptId: unknown) =>
      finishFollowUp(vouch.deps, {
        recallId: recallIdOf(release),
        receiptId: String(receiptId),
        user: vouch.user(name),
        note: 'Told them.',
      })
    await expect(finish('ann', first!.receipt)).rejects.toThrow()
    for (const { receipt } of open) await finish('amy', receipt)
    expect((await vouch.rows('recalls'))[0]).toMatchObject({ state: 'done' })
  }, 60_000)

  it('tells the webhook of the bot, whatever that listens to; a bot that stays silent is stopped until it acknowledges', async () => {
    const [delivery] = await vouch.rows('webhook-deliveries', { event: { equals: 'release.recalled' } })
    expect(delivery!.data).toMatchObject({
      releaseId: release,
      answers: citing.size,
      acknowledgeBy: expect.any(String),
    })
    const request = () =>
      new Request('http://vouch.test/api/v1/answer', { headers: { authorization: `Bearer ${key}` } })
    await authenticateBot(vouch.payload, request(), 'answer')
    const [notice] = await vouch.rows('recall-notices')
    await vouch.payload.db.updateOne({
      collection: 'recall-notices',
      id: notice!.id,
      data: { deadline: new Date(Date.now() - 1_000).toISOString() },
      req: {},
    })
    await expect(authenticateBot(vouch.payload, request(), 'answer')).rejects.toMatchObject({
      problem: { status: 403, title: 'Key stopped' },
    })
    const { bot } = await authenticateBot(vouch.payload, request(), 'acknowledge:recalls')
    await acknowledgeRecall(vouch.deps, { bot, recallId: recallIdOf(release) })
    await authenticateBot(vouch.payload, request(), 'answer')
  })

  it('what a correction replaced is recalled on a person’s word', async () => {
    const forge = (await vouch.rows('policies', { title: { equals: 'Linnet Forge' } }))[0]!
    const [before] = await vouch.rows('releases', { documentId: { equals: forge.id } })
    await vouch.sql({
      sql: 'update releases set valid_to = ? where id = ?',
      args: [new Date(Date.now() - 1_000).toISOString(), before!.id],
    })
    await expect(
      recallRelease(vouch.deps, { releaseId: before!.id, user: vouch.user('ann') }),
    ).rejects.toThrow('Only')
    const id = await recallRelease(vouch.deps, {
      releaseId: before!.id,
      user: vouch.user('ben'),
      reason: 'Wrong days.',
    })
    expect((await vouch.rows('recalls', { id: { equals: id } }))[0]).toMatchObject({ cause: 'corrected' })
  })
})
