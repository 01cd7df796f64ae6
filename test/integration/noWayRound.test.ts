import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { activeIndexVersion } from '../../ingestion/indexVersions'
import { markdownToRichText } from '../../src/records/richText/markdown'
import { createBotKey } from '../../src/commands/botKeys'
import { importDocuments } from '../../src/commands/importDocuments'
import type { Policy, Topic } from '../../payload-types'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { answerEagerly } from './answerEagerly'
import { publishBackground } from './background'
import { onMongodb, withTransactions } from './databases'
import { useFaces } from './faces'
import { useInstallation } from './installation'

/**
 * Each test tries one door by which text that nobody signed, or that its own author signed, might reach a customer. The
 * signed text says 14 days; the attacker wants 99.
 */
const vouch = useInstallation()
const faces = useFaces(vouch)

if (onMongodb) process.stderr.write('\n!!! On MongoDB the attacks by SQL are skipped. !!!\n')
if (!withTransactions)
  process.stderr.write('\n!!! Without transactions the attacks at one instant are skipped. !!!\n')

const SIGNED = 'The Petrel Kettle may be sent back within 14 days.'
const FORGED = 'The Petrel Kettle may be sent back within 99 days.'
const QUESTION = 'Within how many days may the Petrel Kettle be sent back?'
const FORGED_FIELDS = {
  workflowState: 'published',
  version: 9,
  liveVersion: 9,
  authors: [],
  contentHash: 'sha256:x',
  inReviewSince: null,
  reviewAt: '2099-01-01T00:00:00.000Z',
  _status: 'published',
}

let topic: Topic
/** In force with the signed text at the start of each test. */
let policy: Policy

const bodyOf = async (markdown: string) =>
  (await markdownToRichText(vouch.payload.config, markdown)) as Policy['body']
const forge = async (o: Partial<Policy> = {}) => ({ body: await bodyOf(FORGED), ...o })
const rowOf = (id: string) => vouch.payload.findByID({ collection: 'policies', id, depth: 0 })
const edit = async (by: string, data: Partial<Policy>, on: { id: string } = policy) =>
  vouch.payload.update({ collection: 'policies', id: on.id, data, ...vouch.as(by), depth: 0 })

/** What customers are told, after every job has run. */
const served = async (): Promise<string> => {
  await vouch.work()
  const response = await vouch.ask(QUESTION)
  return response.message
}
const expectRefused = async (
  reply: Promise<{ status: number; body: Record<string, unknown> }>,
  detail: RegExp,
) => {
  const { status, body } = await reply
  expect([409, 422], JSON.stringify(body)).toContain(status)
  expect(String(body['detail'])).toMatch(detail)
}

beforeAll(async () => {
  await answerEagerly(vouch.payload, vouch.user('ben'))
  await publishBackground(vouch)
  topic = await vouch.payload.create({
    collection: 'topics',
    data: { name: 'Returns', slug: 'returns', approvers: [vouch.user('ben').id], lead: vouch.user('ben').id },
  })
})

beforeEach(async () => {
  const old = await vouch.rows('policies', { liveRelease: { exists: true } })
  for (const row of old) if (row.title.startsWith('Petrel')) await vouch.act('cora', 'withdraw', row)
  policy = await vouch.publish({
    title: 'Petrel returns',
    markdown: SIGNED,
    topic: topic.id,
    riskTier: 'standard',
  })
})

/** Whatever was tried: customers still hear the signed text, and no release of the forged one exists. */
const nothingForged = async () => {
  expect(await served()).not.toContain('99')
  for (const release of await vouch.rows('releases')) expect(release.text).not.toContain('99')
}

describe('No way round: through a face', () => {
  it('REST: a document created as published', async () => {
    const { body } = await faces.rest('ann', 'POST', 'policies', {
      title: 'Petrel returns',
      ...(await forge()),
      kind: 'policy',
      audience: 'public',
      riskTier: 'standard',
      locale: 'en-GB',
      ...FORGED_FIELDS,
    })
    expect(body).toMatchObject({
      doc: { workflowState: 'draft', version: 1, authors: [{ id: vouch.user('ann').id }] },
    })
    await nothingForged()
    expect(await served()).toContain('14')
  })

  it('REST: PATCH without draft, with _status and state set by hand', async () => {
    for (const who of ['ann', 'ben', 'ada'])
      for (const query of [
        '',
        '?draft=false',
        '?draft=false&publishSpecificLocale=en',
        '?overrideAccess=true&autosave=true',
      ])
        await faces.rest(who, 'PATCH', `policies/${policy.id}${query}`, {
          ...(await forge()),
          ...FORGED_FIELDS,
        })
    expect((await rowOf(policy.id)).workflowState).toBe('draft')
    await nothingForged()
    expect(await served()).toContain('14')
  })

  it('REST: bulk edit of everything', async () => {
    await faces.rest('ada', 'PATCH', `policies?where[title][like]=Petrel`, {
      ...(await forge()),
      ...FORGED_FIELDS,
    })
    await nothingForged()
    expect(await served()).toContain('14')
  })

  it('REST: duplicate', async () => {
    const reply = await faces.rest('ann', 'POST', `policies/${policy.id}/duplicate`, {
      ...(await forge()),
      ...FORGED_FIELDS,
    })
    expect(reply.body).toMatchObject({
      doc: { workflowState: 'draft', liveRelease: null, liveVersion: null, version: 1 },
    })
    await nothingForged()
  })

  it('REST: unpublish, and PATCH of the fields that say what is live', async () => {
    await faces.rest('ann', 'PATCH', `policies/${policy.id}?draft=true`, {
      _status: 'draft',
      liveRelease: null,
      liveVersion: null,
      workflowState: 'withdrawn',
    })
    expect(await rowOf(policy.id)).toMatchObject({ workflowState: 'published', liveVersion: 1 })
    expect(await served()).toContain('14')
  })

  it('REST: restore of an old version', async () => {
    await edit('ann', await forge())
    await edit('ann', { body: await bodyOf('Ask us.') })
    const { docs } = await vouch.payload.findVersions({
      collection: 'policies',
      where: { parent: { equals: policy.id } },
      depth: 0,
      ...vouch.as('ann'),
    })
    const forged = docs.find(({ version }) => JSON.stringify(version.body).includes('99'))
    const reply = await faces.rest('ann', 'POST', `policies/versions/${forged?.id}`)
    expect(reply.status).toBe(200)
    const row = await rowOf(policy.id)
    expect(row).toMatchObject({ workflowState: 'draft', authors: [vouch.user('ann').id] })
    expect(row.version).toBeGreaterThan(2)
    await nothingForged()
  })

  it('REST: restore of a version that was in force, which would be its own approval', async () => {
    await edit('ann', await forge())
    const { docs } = await vouch.payload.findVersions({
      collection: 'policies',
      where: { parent: { equals: policy.id } },
      sort: 'createdAt',
      depth: 0,
      ...vouch.as('ann'),
    })
    await faces.rest('ann', 'POST', `policies/versions/${docs[0]?.id}`)
    expect(await rowOf(policy.id)).toMatchObject({ workflowState: 'draft', version: 3 })
    await expectRefused(faces.move('ann', 'publish', policy), /needs a text that is approved/)
  })

  it('REST: scheduled publish by Payload’s own job, queued and run through its doors', async () => {
    await edit('ann', await forge())
    const job = {
      taskSlug: 'schedulePublish',
      input: { doc: { relationTo: 'policies', value: policy.id }, type: 'publish' },
      waitUntil: new Date(0).toISOString(),
    }
    for (const who of ['ann', 'ada']) {
      await faces.rest(who, 'POST', 'payload-jobs', job)
      await faces.rest(who, 'POST', `policies/${policy.id}/schedule-publish`, job.input)
      await faces.rest(who, 'GET', 'payload-jobs/run')
    }
    await nothingForged()
  })

  it('REST: trash under review, and restore from the trash', async () => {
    await edit('ann', await forge())
    await vouch.act('ann', 'submit', policy)
    const draft = await vouch.draft({ title: 'Petrel extra', markdown: FORGED })
    await vouch.act('ann', 'submit', draft)
    await faces.rest('ann', 'PATCH', `policies/${draft.id}`, { deletedAt: new Date().toISOString() })
    const gone = await faces
      .move({ authorization: `JWT ${await faces.token('ben')}` }, 'approve', draft, { expectedVersion: 1 })
      .catch((error: Error) => ({ status: 404, body: { detail: error.message } }))
    expect(gone.status).toBe(404)
    await faces.rest('ann', 'PATCH', `policies/${draft.id}?trash=true`, { deletedAt: null, ...FORGED_FIELDS })
    const [back] = await vouch.rows('policies', { id: { equals: draft.id } })
    if (back) expect(back.workflowState).toBe('draft')
    await nothingForged()
  })

  it('REST: a text in force goes neither to the trash nor away', async () => {
    expect(
      (await faces.rest('ada', 'PATCH', `policies/${policy.id}`, { deletedAt: new Date().toISOString() }))
        .status,
    ).toBe(409)
    expect((await faces.rest('ada', 'DELETE', `policies/${policy.id}`)).status).toBe(409)
    expect(await served()).toContain('14')
  })

  it('GraphQL is not served', async () => {
    const query = `mutation { updatePolicy(id: "${policy.id}", data: { workflowState: published }) { id } }`
    expect((await faces.rest('ada', 'POST', 'graphql', { query })).status).toBe(404)
  })

  it('local API as a user, with access overridden', async () => {
    for (const who of ['ann', 'ada'])
      await vouch.payload.update({
        collection: 'policies',
        id: policy.id,
        data: { ...(await forge()), ...FORGED_FIELDS } as Partial<Policy>,
        user: vouch.as(who).user,
        overrideAccess: true,
      })
    expect(await rowOf(policy.id)).toMatchObject({ workflowState: 'draft', liveVersion: 1 })
    await nothingForged()
    expect(await served()).toContain('14')
  })

  it('records written through Payload, with access overridden', async () => {
    for (const collection of ['approvals', 'releases', 'chunks', 'audit-log', 'answers'] as const) {
      const [row] = await vouch.rows(collection)
      if (!row) throw new Error(`No row of ${collection}`)
      const calls = [
        () => vouch.payload.create({ collection, data: { ...row, id: randomUUID() } as never }),
        () => vouch.payload.update({ collection, id: row.id, data: { text: FORGED, comment: 'x' } as never }),
        () => vouch.payload.delete({ collection, id: row.id }),
        () => vouch.payload.delete({ collection, where: { id: { equals: row.id } } }),
      ]
      const count = async () => (await vouch.payload.count({ collection })).totalDocs
      const before = await count()
      for (const call of calls)
        await call().catch((error: { status?: number }) => expect(error.status).toBe(403))
      expect(await count(), collection).toBe(before)
      expect(await vouch.payload.findByID({ collection, id: row.id, depth: 0 })).toEqual(row)
    }
  })

  it('a bot’s key at the transitions API', async () => {
    const key = await createBotKey(
      { payload: vouch.payload, user: vouch.user('ada') },
      (await vouch.bot()).id,
    )
    expect((await faces.move({ authorization: `Bearer ${key}` }, 'withdraw', policy)).status).toBe(401)
  })

  it('nobody at all at the transitions API, and one who has left', async () => {
    expect((await faces.move({ authorization: '' }, 'withdraw', policy)).status).toBe(401)
    const eve = await vouch.payload.create({
      collection: 'users',
      data: { name: 'eve', email: 'eve@example.com', password: 'correct horse battery', roles: ['approver'] },
    })
    const token = await faces.token('eve')
    await vouch.payload.update({
      collection: 'users',
      id: eve.id,
      data: { leftAt: new Date().toISOString() },
      ...vouch.as('ada'),
    })
    expect((await faces.move({ authorization: `JWT ${token}` }, 'withdraw', policy)).status).toBe(401)
    await expect(faces.token('eve')).rejects.toThrow('closed')
  })

  it('import: front matter that claims a state, a version and a signature', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'forged-'))
    writeFileSync(
      path.join(folder, 'petrel.md'),
      `---\ntitle: Petrel returns\nworkflowState: published\nversion: 9\nauthors: []\napprovals: [${vouch.user('ben').id}]\n---\n\n${FORGED}\n`,
    )
    const report = await importDocuments(vouch.deps, { path: folder, importer: vouch.user('ann') })
    expect(report).toMatchObject({ created: 1, published: 0 })
    await nothingForged()
    const own = await importDocuments(vouch.deps, {
      path: folder,
      importer: vouch.user('ben'),
      approver: vouch.user('ben'),
    })
    expect(own.published).toBe(0)
    await nothingForged()
  })
})

describe('No way round: through the workflow', () => {
  const send = async (by: string, data: Partial<Policy>) => {
    await edit(by, data)
    await vouch.act(by, 'submit', policy)
  }

  it('an author signs their own text, also as approver, also after a second author touched it', async () => {
    await edit('dan', await forge())
    await send('ann', { title: 'Petrel returns, again' })
    for (const who of ['ann', 'dan'])
      await expectRefused(faces.move(who, 'approve', policy), /You wrote this version|Only approvers/)
    await nothingForged()
  })

  it('an edit after the signature, and an edit back to what was signed', async () => {
    await send('ann', { body: await bodyOf('Ask the shop.') })
    expect((await faces.move('ben', 'approve', policy)).body['state']).toBe('approved')
    await edit('ann', await forge())
    await expectRefused(faces.move('ann', 'publish', policy), /needs a text that is approved/)
    await edit('ann', { body: await bodyOf('Ask the shop.') })
    await expectRefused(faces.move('ann', 'publish', policy), /needs a text that is approved/)
    await vouch.act('ann', 'submit', policy)
    await expectRefused(faces.move('ann', 'publish', policy), /needs a text that is approved/)
    await nothingForged()
  })

  it('an audience widened, dates moved or a topic changed after the signature', async () => {
    const far = '2099-01-01T00:00:00.000Z'
    for (const change of [
      { audience: 'internal' as const },
      { effectiveFrom: far },
      { expiresAt: '2099-06-01T00:00:00.000Z' },
      { topic: null },
      { riskTier: 'sensitive' as const },
      { locale: 'de' },
    ]) {
      await send('ann', { body: await bodyOf(`Ask the shop ${randomUUID()}.`), topic: topic.id })
      await vouch.act('ben', 'approve', policy)
      await edit('ann', change)
      await expectRefused(faces.move('ben', 'publish', policy), /needs a text that is approved/)
    }
  })

  it('other dates given with the signature or with the publication', async () => {
    await send('ann', { body: await bodyOf('Ask the shop.') })
    const effectiveFrom = '2020-01-01T00:00:00.000Z'
    await expectRefused(faces.move('ben', 'approve', policy, { effectiveFrom }), /signed with the text/)
    await vouch.act('ben', 'approve', policy)
    await expectRefused(faces.move('ben', 'publish', policy, { effectiveFrom }), /signed with the text/)
  })

  it('two tabs: a signature on a version that has just changed', async () => {
    await send('ann', { body: await bodyOf('Ask the shop.') })
    const { version } = await rowOf(policy.id)
    await edit('ann', await forge())
    await vouch.act('ann', 'submit', policy)
    await expectRefused(
      faces.move('ben', 'approve', policy, { expectedVersion: version }),
      /has changed: it is now version/,
    )
    await nothingForged()
  })

  it('no version named at all', async () => {
    const reply = await faces.move('ben', 'approve', policy, {
      expectedVersion: undefined as unknown as number,
    })
    expect(reply.status).toBe(400)
  })

  it.skipIf(!withTransactions)('an edit at the same instant as the signature, ten times', async () => {
    for (let i = 0; i < 10; i++) {
      await send('ann', { body: await bodyOf(`Ask shop ${i}.`) })
      const forged = await forge()
      await Promise.allSettled([
        edit('ann', forged),
        vouch.act('ben', 'approve', policy),
        edit('ann', { title: `Petrel returns ${i}` }),
        vouch.act('ben', 'publish', policy),
      ])
      await nothingForged()
      await edit('ann', { body: await bodyOf(SIGNED) })
    }
  })

  it.skipIf(!withTransactions)(
    'two approvers at the same instant: a regulated text needs both, and gets no third',
    async () => {
      await send('ann', { riskTier: 'regulated' })
      const moves = await Promise.all(['ben', 'ben', 'cora'].map((who) => faces.move(who, 'approve', policy)))
      expect(moves.filter(({ status }) => status === 200)).toHaveLength(2)
      expect(await rowOf(policy.id)).toMatchObject({ workflowState: 'approved' })
      const publications = await Promise.all([1, 2, 3].map(() => faces.move('ben', 'publish', policy)))
      expect(publications.filter(({ status }) => status === 200)).toHaveLength(1)
    },
  )

  it('scheduled for later, edited since: the signed text takes effect, not the edit', async () => {
    const soon = new Date(Date.now() + 3000).toISOString()
    await send('ann', {
      body: await bodyOf('The Petrel Kettle may be sent back within 21 days.'),
      effectiveFrom: soon,
    })
    await vouch.act('ben', 'approve', policy)
    await vouch.act('ben', 'publish', policy)
    await vouch.work()
    await edit('ann', await forge())
    expect(await served()).toContain('14')
    const then = await vouch.attempt(QUESTION, Date.now() + 60_000)
    expect(then.message).toContain('21')
  })

  it('a sensitive text signed by an approver of another topic', async () => {
    await send('ann', { ...(await forge()), riskTier: 'sensitive' })
    await expectRefused(faces.move('dan', 'approve', policy), /approver of the topic “Returns”/)
    await expectRefused(faces.move('cora', 'approve', policy), /approver of the topic “Returns”/)
    await nothingForged()
  })

  it('a tier lowered, or a topic changed, to be signed by a friend', async () => {
    const friends = await vouch.payload.create({
      collection: 'topics',
      data: { name: 'Friends', slug: `friends-${randomUUID()}`, approvers: [vouch.user('dan').id] },
    })
    await send('ann', { riskTier: 'sensitive' })
    await vouch.act('ben', 'approve', policy)
    await vouch.act('ben', 'publish', policy)
    await vouch.work()
    await send('ann', { ...(await forge()), riskTier: 'standard' })
    await expectRefused(faces.move('dan', 'approve', policy), /approver of the topic “Returns”/)
    await edit('ann', { riskTier: 'sensitive', topic: friends.id })
    await vouch.act('ann', 'submit', policy)
    expect((await faces.move('dan', 'approve', policy)).body['state']).toBe('in_review')
    await expectRefused(faces.move('ann', 'publish', policy), /needs a text that is approved/)
    await nothingForged()
  })

  it('an approver makes themselves approver of a topic, or an author gives themselves a role', async () => {
    await faces.rest('dan', 'PATCH', `topics/${topic.id}`, { approvers: [vouch.user('dan').id] })
    expect(await vouch.payload.findByID({ collection: 'topics', id: topic.id, depth: 0 })).toMatchObject({
      approvers: [vouch.user('ben').id],
    })
    await faces.rest('ann', 'PATCH', `users/${vouch.user('ann').id}`, {
      roles: ['approver', 'compliance', 'admin'],
    })
    expect(
      await vouch.payload.findByID({ collection: 'users', id: vouch.user('ann').id, depth: 0 }),
    ).toMatchObject({ roles: ['author'] })
  })

  it('a stand-in of an author, a stand-in too many, one whose time is over, one nobody named', async () => {
    const hour = 3_600_000
    const lend = (by: string, to: string, from: string, startsAt: number, endsAt: number) =>
      vouch.payload.create({
        collection: 'delegations',
        data: {
          from: vouch.user(from).id,
          to: vouch.user(to).id,
          startsAt: new Date(startsAt).toISOString(),
          endsAt: new Date(endsAt).toISOString(),
        },
        ...vouch.as(by),
      })
    const now = Date.now()
    // quinn says that ben stands behind her: a right is lent by the one who has it.
    await expect(lend('quinn', 'quinn', 'ben', now - hour, now + hour)).rejects.toThrow()
    const own = await lend('ben', 'quinn', 'cora', now - hour, now + hour)
    expect(own.from).toMatchObject({ id: vouch.user('ben').id })
    await vouch.payload.update({
      collection: 'delegations',
      id: own.id,
      data: { endsAt: new Date(now - 1000).toISOString() },
      ...vouch.as('ben'),
    })
    await expect(
      vouch.payload.update({
        collection: 'delegations',
        id: own.id,
        data: { endsAt: new Date(now + hour).toISOString() },
        ...vouch.as('quinn'),
      }),
    ).rejects.toThrow()
    await send('dan', await forge())
    await expectRefused(faces.move('quinn', 'approve', policy), /Only approvers/)
    await lend('dan', 'quinn', 'dan', now - hour, now + hour)
    await expectRefused(faces.move('quinn', 'approve', policy), /Only approvers/)
    await nothingForged()
  })

  it('signatures from before changes were asked for', async () => {
    await send('ann', await forge())
    await vouch.act('ben', 'approve', policy)
    await vouch.act('cora', 'request_changes', policy, 'policies', { comment: '99 is wrong.' })
    await vouch.act('ann', 'submit', policy)
    expect((await rowOf(policy.id)).workflowState).toBe('in_review')
    await expectRefused(faces.move('ann', 'publish', policy), /needs a text that is approved/)
    await nothingForged()
  })

  it('a withdrawn text started again counts on no old signature, and its author still cannot sign it', async () => {
    await vouch.act('ben', 'withdraw', policy)
    await vouch.act('dan', 'restore', policy)
    await vouch.act('ann', 'submit', policy)
    await expectRefused(faces.move('ann', 'approve', policy), /You wrote|Only approvers/)
    await expectRefused(faces.move('dan', 'publish', policy), /needs a text that is approved/)
    expect((await rowOf(policy.id)).authors).toContain(vouch.user('ann').id)
    expect(await served()).not.toContain('14')
  })

  it('a release cancelled before it began makes nobody the signer of their own text', async () => {
    await send('dan', { body: await bodyOf('Ask the shop.'), effectiveFrom: '2098-01-01T00:00:00.000Z' })
    await vouch.act('ben', 'approve', policy)
    await vouch.act('ben', 'publish', policy)
    await vouch.work()
    await vouch.act('cora', 'unschedule', policy)
    await vouch.act('cora', 'request_changes', policy, 'policies', { comment: 'No.' })
    await vouch.act('dan', 'submit', policy)
    await expectRefused(faces.move('dan', 'approve', policy), /You wrote this version/)
    await vouch.work()
    const far = await vouch.attempt(QUESTION, Date.parse('2098-06-01T00:00:00.000Z'))
    expect(far.message).toContain('14')
  })
})

describe('No way round: behind the application’s back', () => {
  it.skipIf(onMongodb)('the working row altered in the database after it was signed', async () => {
    await edit('ann', { body: await bodyOf('Ask the shop.') })
    await vouch.act('ann', 'submit', policy)
    await vouch.act('ben', 'approve', policy)
    const body = JSON.stringify(await bodyOf(FORGED))
    await vouch.sql({ sql: 'UPDATE policies SET body = ? WHERE id = ?', args: [body, policy.id] })
    await expectRefused(faces.move('ben', 'publish', policy), /needs the signature/)
    await nothingForged()
  })

  it.skipIf(onMongodb)('the released text or its chunk altered in the database', async () => {
    await vouch.sql({ sql: 'UPDATE chunks SET text = ? WHERE document_id = ?', args: [FORGED, policy.id] })
    expect((await vouch.ask(QUESTION)).message).not.toContain('99')
    await vouch.sql({ sql: 'UPDATE releases SET text = ? WHERE document_id = ?', args: [FORGED, policy.id] })
    expect((await vouch.ask(QUESTION)).message).not.toContain('99')
    await vouch.sql({ sql: 'UPDATE releases SET text = ? WHERE document_id = ?', args: [SIGNED, policy.id] })
    await vouch.sql({ sql: 'UPDATE chunks SET text = ? WHERE document_id = ?', args: [SIGNED, policy.id] })
  })

  it('a point written straight into the vector store', async () => {
    const version = await activeIndexVersion(vouch.payload)
    if (!version) throw new Error('no index')
    const id = randomUUID()
    await vouch.deps.store.upsert(version, [
      {
        id,
        documentId: policy.id,
        releaseId: randomUUID(),
        audience: 'public',
        locale: 'en-GB',
        contentHash: 'sha256:forged',
        validFrom: 0,
        validTo: null,
        words: FORGED,
        vector: null,
      },
    ])
    expect((await vouch.ask(QUESTION)).message).not.toContain('99')
    await vouch.deps.store.remove(version, [id])
  })

  it('a withdrawn text whose index and workers know nothing of it', async () => {
    await vouch.act('cora', 'withdraw', policy)
    expect((await vouch.ask(QUESTION)).outcome).not.toBe('answered')
  })

  it('a withdrawal by a machine whose clock is ahead', async () => {
    const [release] = await vouch.rows('releases', {
      and: [{ documentId: { equals: policy.id } }, { withdrawnAt: { exists: false } }],
    })
    const later = new Date(Date.now() + 60_000).toISOString()
    await vouch.payload.db.updateOne({
      collection: 'releases',
      id: release?.id ?? '',
      data: { withdrawnAt: later, validTo: later },
      req: {},
    })
    expect((await vouch.ask(QUESTION)).outcome).not.toBe('answered')
  })
})
