import { beforeAll, describe, expect, it } from 'vitest'
import { SYSTEM } from '../../src/records/recordAudit'
import { beginBuild, runBuild } from '../../ingestion/buildIndex'
import { activateVersion } from '../../ingestion/switchIndex'
import type { Answer } from '../../payload-types'
import { POST as replayRoute } from '../../src/app/api/v1/receipts/[id]/replay/route'
import { GET as receiptRoute } from '../../src/app/api/v1/receipts/[id]/route'
import { createBotKey } from '../../src/commands/botKeys'
import { parseReceipt } from '../../src/commands/parseReceipt'
import { replayAnswer } from '../../src/commands/replay/replayAnswer'
import { ReplaySchema } from '../../src/http/replaySchema'
import { watchedModel } from '../fakes/watchedModel'
import { product, publishBackground, serviceOf } from './background'
import { markdownToRichText } from '../../src/records/richText/markdown'
import { useInstallation } from './installation'
import { atNight } from '../often'

describe('replaying a receipt', () => {
  const vouch = useInstallation()
  const replay = (receiptId: string) => replayAnswer(vouch.deps, { receiptId })
  const receiptOf = (id: string): Promise<Answer> =>
    vouch.payload.findByID({ collection: 'answers', id, depth: 0 })
  const ask = async (name: string, o: Parameters<typeof vouch.ask>[1] = {}) => {
    const answered = await vouch.ask(serviceOf(name), o)
    expect(answered.outcome).toBe('answered')
    return answered.receiptId
  }
  /** A second version of a text, signed and in force. */
  const republish = async (id: string, markdown: string) => {
    await vouch.payload.update({
      collection: 'policies',
      id,
      data: { body: await markdownToRichText(vouch.payload.config, markdown) },
      ...vouch.as('ann'),
    })
    await vouch.act('ann', 'submit', { id })
    await vouch.act('ben', 'approve', { id })
    await vouch.act('ben', 'publish', { id })
    await vouch.work()
  }
  const kinds = ({ differences }: Awaited<ReturnType<typeof replay>>) => differences.map(({ kind }) => kind)

  beforeAll(async () => {
    await publishBackground(vouch)
  })

  it('an answer that nothing has happened to is the same, from the same evidence', async () => {
    await vouch.publish(product('Plover Lamp', 21))
    const found = await replay(await ask('Plover Lamp'))
    expect(found).toMatchObject({
      verdict: 'same',
      differences: [],
      evidence: { intact: true },
      question: { redacted: false },
    })
    expect(found.evidence.passages[0]).toMatchObject({ citation: 1, state: 'identical' })
    expect(found.today.message).toBe(found.original.message)
    expect(() => ReplaySchema.parse(found)).not.toThrow()
  })

  it.runIf(atNight)(
    'after a new version and another index the evidence is the same to the byte, and both are named',
    async () => {
      const policy = await vouch.publish(product('Avocet Kettle', 12))
      const receiptId = await ask('Avocet Kettle')
      const before = parseReceipt(await receiptOf(receiptId))
      await republish(policy.id, 'The Avocet Kettle must be serviced after 90 days of use.')
      const deps = { ...vouch.deps, model: watchedModel('another-model') }
      const id = await beginBuild(deps, { denseWeight: 0.4, actor: SYSTEM })
      await runBuild(deps, id, { actor: SYSTEM })
      await activateVersion(deps, id, { actor: SYSTEM, force: true })
      try {
        const found = await replayAnswer(deps, { receiptId })
        expect(found.evidence.intact).toBe(true)
        expect(found.evidence.passages.map(({ contentHash }) => contentHash)).toEqual(
          before.considered.map(({ contentHash }) => contentHash),
        )
        const [cited] = before.response.citations
        const [release] = await vouch.rows('releases', { id: { equals: cited!.releaseId } })
        expect(release!.text.slice(cited!.start, cited!.end)).toBe(cited!.quote)
        expect(found.original.message).toContain('12 days')
        expect(found.today.message).toContain('90 days')
        expect(found.verdict).toBe('other_words')
        expect(kinds(found)[0]).toBe('text_superseded')
        expect(kinds(found)).toEqual(expect.arrayContaining(['model_changed', 'index_changed']))
        expect(found.differences[0]).toMatchObject({ from: 1, to: 2, document: { title: 'Avocet Kettle' } })
        expect(found.summary).toMatch(
          /other words today. “Avocet Kettle” version 1 was replaced by version 2/,
        )
      } finally {
        const back = await beginBuild(vouch.deps, { denseWeight: 0.5, actor: SYSTEM })
        await runBuild(vouch.deps, back, { actor: SYSTEM })
        await activateVersion(vouch.deps, back, { actor: SYSTEM, force: true })
      }
    },
  )

  it('a text that was withdrawn is still there as evidence, and is why it would be refused today', async () => {
    const policy = await vouch.publish(product('Curlew Saw', 33))
    const receiptId = await ask('Curlew Saw')
    await vouch.act('ben', 'withdraw', policy, 'policies', { comment: 'It is wrong.' })
    await vouch.work()
    const found = await replay(receiptId)
    expect(found).toMatchObject({
      verdict: 'other_outcome',
      evidence: { intact: true },
      original: { outcome: 'answered' },
      today: { outcome: 'refused' },
    })
    expect(kinds(found)[0]).toBe('text_withdrawn')
  })

  it('a refusal that a new text ends names the text', async () => {
    const refused = await vouch.ask(serviceOf('Dunlin Press'))
    expect(refused.outcome).toBe('refused')
    await vouch.publish(product('Dunlin Press', 44))
    const found = await replay(refused.receiptId)
    expect(found).toMatchObject({ verdict: 'other_outcome', today: { outcome: 'answered' } })
    expect(found.differences).toContainEqual(
      expect.objectContaining({
        kind: 'new_text',
        document: expect.objectContaining({ title: 'Dunlin Press' }),
      }),
    )
  })

  it('audiences that the bot lost since are named', async () => {
    const bot = await vouch.bot({ audiences: ['public', 'partner'] })
    await vouch.publish({ ...product('Egret Drill', 55), audience: 'partner' })
    const receiptId = await ask('Egret Drill', { bot })
    await vouch.payload.update({ collection: 'bots', id: bot.id, data: { audiences: ['public'] } })
    const found = await replay(receiptId)
    expect(found.verdict).toBe('other_outcome')
    expect(kinds(found)).toEqual(['text_audience_changed', 'audiences_changed'])
    expect(found.differences[1]!.sentence).toBe(
      'The bot spoke to public, partner then, and speaks to public now.',
    )
  })

  it('a question about an instant is asked about that instant again', async () => {
    const policy = await vouch.publish(product('Fulmar Pump', 66))
    const asOf = new Date(Date.now() + 1).toISOString()
    await republish(policy.id, 'The Fulmar Pump must be serviced after 7 days of use.')
    const answered = await vouch.ask(serviceOf('Fulmar Pump'), { request: { asOf } })
    await vouch.sql({
      sql: 'update answers set created_at = ? where id = ?',
      args: [new Date(Date.now() + 120_000).toISOString(), answered.receiptId],
    })
    const found = await replay(answered.receiptId)
    expect(found).toMatchObject({ asOf, verdict: 'same' })
    expect(found.today.message).toContain('66 days')
  })

  it('secrets are neither stored nor asked again, and the replay says so', async () => {
    await vouch.publish(product('Gannet Fan', 77))
    const answered = await vouch.ask(`My card is 4111 1111 1111 1111. ${serviceOf('Gannet Fan')}`)
    const found = await replay(answered.receiptId)
    expect(found.question).toMatchObject({ redacted: true, text: expect.stringContaining('[card …1111]') })
    expect(JSON.stringify(await receiptOf(answered.receiptId))).not.toContain('4111 1111')
  })

  it('a passage that was altered or removed behind the product’s back is told', async () => {
    await vouch.publish(product('Heron Vice', 88))
    await vouch.publish(product('Ibis Jack', 99))
    const [altered, gone] = [await ask('Heron Vice'), await ask('Ibis Jack')]
    const chunkOf = async (id: string) => parseReceipt(await receiptOf(id)).response.citations[0]!.chunkId
    await vouch.sql(
      {
        sql: "update chunks set text = replace(text, '88', '89') where id = ?",
        args: [await chunkOf(altered)],
      },
      { sql: 'delete from chunks where id = ?', args: [await chunkOf(gone)] },
    )
    const found = await replay(altered)
    expect(found.evidence.intact).toBe(false)
    expect(found.evidence.passages[0]).toMatchObject({
      state: 'altered',
      problem: expect.stringMatching(/passage/),
    })
    expect(kinds(found)).toContain('evidence_altered')
    expect(kinds(await replay(gone))).toContain('evidence_missing')
  })

  it('stores nothing', async () => {
    const refused = await vouch.ask('Do you ship to Spitsbergen by sledge?')
    const escalated = await vouch.ask('I want to talk to a human')
    const counted = async () =>
      Promise.all(
        (['answers', 'gaps', 'gap-events', 'handovers', 'audit-log'] as const).map(
          async (collection) => (await vouch.payload.count({ collection })).totalDocs,
        ),
      )
    const before = await counted()
    expect((await replay(refused.receiptId)).verdict).toBe('same')
    expect((await replay(escalated.receiptId)).verdict).toBe('same')
    expect(await counted()).toEqual(before)
  })

  it('the receipt keeps what the decision rests on', async () => {
    const row = await receiptOf(await ask('Plover Lamp'))
    expect(row).toMatchObject({ redacted: false, audiences: ['public'], because: null })
    expect(row.features).toMatchObject({ wordsFirst: expect.any(Number) })
    expect(row.versions).toMatchObject({
      calibration: expect.any(String),
      indexVersion: expect.any(String),
      denseWeight: expect.any(Number),
      vouch: expect.stringMatching(/^\d+\./),
    })
    const escalated = await vouch.ask('I want to talk to a human')
    expect((await receiptOf(escalated.receiptId)).because).toMatch(/human/)
  })

  it('an explained answer tells the candidates that a receipt keeps, and by which versions', async () => {
    const answered = await vouch.ask(serviceOf('Plover Lamp'), { request: { explain: true } })
    const row = await receiptOf(answered.receiptId)
    const [first] = parseReceipt(row).considered
    expect(answered.explanation).toMatchObject({
      candidates: expect.arrayContaining([
        expect.objectContaining({
          chunkId: first!.chunkId,
          contentHash: first!.contentHash,
          words: first!.words,
        }),
      ]),
      features: row.features,
      versions: row.versions,
    })
  })

  it('over HTTP: the bot’s own receipts with the scope, nobody else’s, and not without', async () => {
    const bot = await vouch.bot()
    const receiptId = await ask('Plover Lamp', { bot })
    const keyOf = async (id: string) => createBotKey({ payload: vouch.payload, user: vouch.user('ada') }, id)
    const post = async (key: string | null) =>
      replayRoute(
        new Request('http://vouch.test/', {
          method: 'POST',
          headers: key ? { authorization: `Bearer ${key}` } : {},
        }),
        { params: Promise.resolve({ id: receiptId }) },
      )
    const own = await post(await keyOf(bot.id))
    expect(own.status).toBe(200)
    expect(await own.json()).toMatchObject({ receiptId, verdict: 'same' })
    expect((await post(await keyOf((await vouch.bot()).id))).status).toBe(404)
    expect((await post(await keyOf((await vouch.bot({ scopes: ['answer'] })).id))).status).toBe(403)
    expect((await post(null)).status).toBe(401)
    const read = await receiptRoute(
      new Request('http://vouch.test/', { headers: { authorization: `Bearer ${await keyOf(bot.id)}` } }),
      { params: Promise.resolve({ id: receiptId }) },
    )
    expect(await read.json()).toMatchObject({ redacted: false, audiences: ['public'] })
  })

  it('a receipt that there is not is told', async () => {
    await expect(replay('nothing')).rejects.toThrow('There is no receipt nothing.')
  })
})
