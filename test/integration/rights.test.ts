import { randomUUID } from 'node:crypto'
import type { FlattenedField } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { isClosed } from '../../collections/access/closedFields'
import { markdownToRichText } from '../../src/records/richText/markdown'
import { askForCalibration, proposeCalibration } from '../../src/commands/calibrations'
import { addComment, resolveComment } from '../../src/commands/comments'
import { assignGap, dismissGap, reopenGap } from '../../src/commands/gapActions'
import { decideRight } from '../../src/commands/rights'
import { verifyInstallation } from '../../src/commands/verifyInstallation'
import { defaultCalibration } from '../../src/answer/calibration'
import type { Faq, Policy, User } from '../../payload-types'
import type { Role } from '../../src/vocabulary'
import { useFaces } from './faces'
import { useInstallation } from './installation'
import { atNight } from '../often'

/** Nobody alone gets an unsigned word out, nor says who may sign. Each test is one attack, or one way that must stay open. */
const vouch = useInstallation()
const faces = useFaces(vouch)
const PASSWORD = 'correct horse battery'

const reload = (id: string): Promise<User> => vouch.payload.findByID({ collection: 'users', id, depth: 0 })
const bodyOf = async (markdown: string) =>
  (await markdownToRichText(vouch.payload.config, markdown)) as Policy['body']
/** An account made by someone at the machine, so that nobody’s hand is on it. */
const person = (name: string, roles: Role[]): Promise<User> =>
  vouch.payload.create({
    collection: 'users',
    data: { name, email: `${name}@example.com`, password: PASSWORD, roles },
  })
const asUser = (user: User) => ({
  user: { ...user, collection: 'users' as const },
  overrideAccess: false as const,
})
/** Made in the admin by an admin. */
const madeBy = async (admin: string, name: string, roles: Role[]): Promise<User> => {
  const { body, status } = await faces.rest(admin, 'POST', 'users', {
    name,
    email: `${name}@example.com`,
    password: PASSWORD,
    roles,
  })
  expect(status, JSON.stringify(body)).toBe(201)
  return reload((body['doc'] as User).id)
}
const pending = (subjectId: string) =>
  vouch.rows('grants', { and: [{ subjectId: { equals: subjectId } }, { state: { equals: 'pending' } }] })
const expectNo = async (reply: ReturnType<typeof faces.move>, detail: RegExp) => {
  const { status, body } = await reply
  expect(status, JSON.stringify(body)).toBe(422)
  expect(String(body['detail'])).toMatch(detail)
}
const textBy = async (by: string, o: Partial<Policy> = {}): Promise<Policy> => {
  const [author] = await vouch.rows('users', { name: { equals: by } })
  if (!author) throw new Error(`There is no ${by}.`)
  const draft = await vouch.payload.create({
    collection: 'policies',
    data: {
      title: `Heron ${randomUUID()}`,
      body: await bodyOf('Within 14 days.'),
      ...o,
    } as unknown as Policy,
    ...asUser(author),
    depth: 0,
  })
  await faces.move(by, 'submit', draft)
  return draft
}
/** As if that many days had passed since, for what is read from the audit log. */
const longAgo = (subjectId: string) =>
  vouch.payload.db.updateMany({
    collection: 'audit-log',
    where: { subjectId: { equals: subjectId } },
    data: { at: new Date(Date.now() - 8 * 86_400_000).toISOString() },
    req: {},
  })

beforeAll(async () => {
  await person('adam', ['admin', 'author'])
})

describe('Stored fields that people must not set', () => {
  it('a client’s own primary key or moment is dropped on every collection, and every closed field with it', async () => {
    const closed: string[] = []
    for (const { slug, flattenedFields, hooks } of vouch.payload.config.collections) {
      expect(
        hooks.beforeOperation.map(({ name }) => name),
        slug,
      ).toContain('dropClosedFields')
      const drop = hooks.beforeOperation.find(({ name }) => name === 'dropClosedFields')
      for (const operation of ['create', 'update'] as const) {
        const req = { user: { ...vouch.user('ada'), collection: 'users' }, context: {} } as never
        const data = Object.fromEntries(
          [...flattenedFields.map(({ name }: FlattenedField) => name), 'id', 'createdAt', 'updatedAt'].map(
            (name) => [name, 'forged'],
          ),
        )
        const collection = vouch.payload.collections[slug]
        for (const overrideAccess of [true, false]) {
          const args = { data: { ...data }, collection, req, overrideAccess }
          const { data: kept } = (await drop!({ args, operation, req, context: {} } as never)) as {
            data: object
          }
          expect(Object.keys(kept), slug).not.toEqual(expect.arrayContaining(['id']))
          for (const field of flattenedFields)
            if (await isClosed(field, operation, req)) {
              closed.push(`${slug}.${field.name}`)
              expect(kept, `${slug}.${field.name} on ${operation}`).not.toHaveProperty(field.name)
            }
        }
      }
    }
    for (const known of [
      'users.hash',
      'users.sessions',
      'policies.version',
      'bots.keys',
      'gaps.state',
      'faqs.createdAt',
    ])
      expect(closed).toContain(known)
  })

  it('REST and the local API with a person: an FAQ with the id of a policy in force', async () => {
    const policy = await vouch.publish({
      title: 'Curlew returns',
      markdown: 'The Curlew may be sent back within 14 days.',
    })
    const data = {
      id: policy.id,
      createdAt: '2001-01-01T00:00:00.000Z',
      question: 'May the Curlew be sent back?',
      answer: await bodyOf('Yes, within 99 days.'),
      audience: 'public',
      riskTier: 'standard',
      locale: 'en-GB',
    }
    const { body } = await faces.rest('ann', 'POST', 'faqs', data)
    const made = body['doc'] as Faq
    expect(made.id).not.toBe(policy.id)
    expect(made.createdAt > '2020').toBe(true)
    const { user } = vouch.as('ann')
    const local = await vouch.payload.create({
      collection: 'faqs',
      data: data as unknown as Faq,
      user,
      overrideAccess: true,
      depth: 0,
    })
    expect(local.id).not.toBe(policy.id)
    const moved = await faces.rest('ann', 'PATCH', `faqs/${made.id}`, {
      id: policy.id,
      createdAt: data.createdAt,
    })
    expect((moved.body['doc'] as Faq).id).toBe(made.id)
    expect(await vouch.rows('faqs', { id: { equals: policy.id } })).toEqual([])
  })

  it('a row with a policy’s id, written behind the application’s back, ends nothing of the policy', async () => {
    const policy = await vouch.publish({
      title: 'Plover returns',
      markdown: 'The Plover may be sent back within 14 days.',
    })
    const faq = await vouch.faq({ question: 'Plover?', markdown: 'Within 99 days.' })
    await vouch.payload.db.create({ collection: 'faqs', data: { ...faq, id: policy.id }, req: {} })
    await vouch.act('ann', 'submit', policy, 'faqs')
    await vouch.act('ben', 'approve', policy, 'faqs')
    await vouch.act('ben', 'publish', policy, 'faqs')
    await vouch.work()
    const releases = await vouch.rows('releases', { documentId: { equals: policy.id } })
    expect(
      releases.map(({ documentCollection, validTo }) => [documentCollection, validTo ?? null]).toSorted(),
    ).toEqual([
      ['faqs', null],
      ['policies', null],
    ])
    await vouch.act('cora', 'withdraw', policy, 'faqs')
    const [kept] = await vouch.rows('releases', {
      and: [{ documentId: { equals: policy.id } }, { documentCollection: { equals: 'policies' } }],
    })
    expect(kept).toMatchObject({ withdrawnAt: null, validTo: null })
    expect((await verifyInstallation(vouch.deps)).breaks).toEqual([])
    await vouch.payload.db.deleteOne({ collection: 'faqs', where: { id: { equals: policy.id } }, req: {} })
    expect((await verifyInstallation(vouch.deps)).breaks.map(({ message }) => message).join()).toMatch(
      /there is no such document/,
    )
    await vouch.payload.db.create({ collection: 'faqs', data: { ...faq, id: policy.id }, req: {} })
  })
})

describe('One admin is not two people', () => {
  it('an admin makes an approver: the right waits for a second person, who is told, as is the new one', async () => {
    const eve = await madeBy('ada', 'eve', ['author', 'approver'])
    expect(eve.roles).toEqual(['author'])
    const [grant] = await pending(eve.id)
    expect(grant).toMatchObject({ roles: ['approver'], askedBy: vouch.user('ada').id })
    for (const who of ['ada', 'ben', 'eve'])
      await expect(
        decideRight(
          { payload: vouch.payload, user: who === 'eve' ? eve : vouch.user(who) },
          { id: grant!.id, decision: 'confirm' },
        ),
      ).rejects.toThrow(/You asked for it|Only compliance and admins|your own/)
    await decideRight(
      { payload: vouch.payload, user: vouch.user('cora') },
      { id: grant!.id, decision: 'confirm' },
    )
    expect((await reload(eve.id)).roles.toSorted()).toEqual(['approver', 'author'])
    const told = await vouch.rows('notifications', { to: { equals: eve.id } })
    expect(told.map(({ title }) => title).join()).toMatch(/cora agreed/)
  })

  it('nor by PATCH, by the bulk edit or by the local API with access overridden; other roles hold at once', async () => {
    const finn = await madeBy('ada', 'finn', ['author'])
    await faces.rest('ada', 'PATCH', `users/${finn.id}`, { roles: ['author', 'compliance', 'qa'] })
    const bulk = await faces.rest('ada', 'PATCH', `users?where[id][equals]=${finn.id}`, {
      roles: ['author', 'qa', 'admin'],
    })
    expect(bulk.status).toBe(403)
    // The local API knows no closed bulk edit.
    await vouch.payload.update({
      collection: 'users',
      where: { id: { equals: finn.id } },
      data: { roles: ['author', 'qa', 'admin'] },
      user: vouch.as('ada').user,
    })
    const { user } = vouch.as('ada')
    await vouch.payload.update({
      collection: 'users',
      id: finn.id,
      data: { roles: ['qa', 'approver'] },
      user,
    })
    expect((await reload(finn.id)).roles).toEqual(['qa'])
    expect(await pending(finn.id)).toHaveLength(3)
  })

  it('a second admin whom the first made lately confirms nothing for them', async () => {
    const gus = await madeBy('ada', 'gus', ['qa', 'admin'])
    const [own] = await pending(gus.id)
    await decideRight(
      { payload: vouch.payload, user: vouch.user('cora') },
      { id: own!.id, decision: 'confirm' },
    )
    const hal = await madeBy('ada', 'hal', ['qa', 'approver'])
    const [grant] = await pending(hal.id)
    const confirm = async () =>
      decideRight(
        { payload: vouch.payload, user: await reload(gus.id) },
        { id: grant!.id, decision: 'confirm' },
      )
    await expect(confirm()).rejects.toThrow(/count as one person/)
    await longAgo(gus.id)
    await confirm()
    expect((await reload(hal.id)).roles).toContain('approver')
    await vouch.payload.update({
      collection: 'users',
      id: gus.id,
      data: { leftAt: new Date().toISOString() },
    })
  })

  it('what the maker wrote is not signed by whom they made, nor published by the maker when signed', async () => {
    const ivy = await madeBy('adam', 'ivy', ['approver'])
    const [grant] = await pending(ivy.id)
    await decideRight(
      { payload: vouch.payload, user: vouch.user('cora') },
      { id: grant!.id, decision: 'confirm' },
    )
    const own = await textBy('adam')
    await expectNo(faces.move('ivy', 'approve', own), /set up your account/)
    const other = await textBy('ann')
    expect((await faces.move('ivy', 'approve', other)).status).toBe(200)
    await expectNo(faces.move('adam', 'publish', other), /You set up the account that signed/)
    // However long they wait: it counts when it was signed.
    await longAgo(ivy.id)
    await vouch.payload.db.updateMany({
      collection: 'approvals',
      where: { documentId: { equals: other.id } },
      data: { createdAt: new Date(Date.now() - 8 * 86_400_000).toISOString() },
      req: {},
    })
    await expectNo(faces.move('adam', 'publish', other), /You set up the account that signed/)
    expect((await faces.move('ann', 'publish', other)).status).toBe(200)
    expect((await faces.move('ivy', 'approve', own)).status).toBe(200)
  })

  it('a password or an address that an admin set makes the account theirs for some days, and its person is told', async () => {
    const jo = await person('jo', ['approver'])
    await faces.rest('adam', 'PATCH', `users/${jo.id}`, {
      password: 'another long password',
      email: 'jo2@example.com',
    })
    const told = await vouch.rows('notifications', { to: { equals: jo.id } })
    expect(told).toEqual([
      expect.objectContaining({
        urgent: true,
        title: expect.stringMatching(/adam set a new password.*changed your address/),
      }),
    ])
    await vouch.payload.update({
      collection: 'users',
      id: jo.id,
      data: { password: PASSWORD, email: 'jo@example.com' },
    })
    await expectNo(faces.move('jo', 'approve', await textBy('adam')), /set up your account/)
  })

  it.runIf(atNight)('nor does a puppet author with a puppet approver', async () => {
    const kim = await person('kim', ['author'])
    const leo = await person('leo', ['approver'])
    for (const { id } of [kim, leo]) await faces.rest('ada', 'PATCH', `users/${id}`, { password: PASSWORD })
    await expectNo(faces.move('leo', 'approve', await textBy('kim')), /had a hand in this text/)
    const regulated = await textBy('ann', { riskTier: 'regulated' })
    const mia = await person('mia', ['compliance'])
    await faces.rest('ada', 'PATCH', `users/${mia.id}`, { password: PASSWORD })
    expect((await faces.move('leo', 'approve', regulated)).status).toBe(200)
    await expectNo(faces.move('mia', 'approve', regulated), /set up by the same person/)
    expect((await faces.move('cora', 'approve', regulated)).body['state']).toBe('approved')
  })

  it('who adds a source does not sign what comes from it', async () => {
    const otto = await person('otto', ['admin', 'approver'])
    const source = await vouch.payload.create({
      collection: 'sources',
      data: { name: 'Own page', kind: 'web', location: 'https://own.example/', syncEvery: 'never' },
      ...asUser(otto),
    })
    const text = await textBy('ann')
    await vouch.payload.db.updateOne({
      collection: 'policies',
      id: text.id,
      data: { source: source.id },
      req: {},
    })
    await expectNo(faces.move('otto', 'approve', text), /added the source/)
    expect((await faces.move('ben', 'approve', text)).status).toBe(200)
  })

  it('a right is lent by the one who has it, and by no admin in their name', async () => {
    const hour = 3_600_000
    const { body } = await faces.rest('adam', 'POST', 'delegations', {
      from: vouch.user('ben').id,
      to: vouch.user('ada').id,
      startsAt: new Date(Date.now() - hour).toISOString(),
      endsAt: new Date(Date.now() + hour).toISOString(),
    })
    expect((body['doc'] as { from: User }).from.name).toBe('adam')
    const own = await vouch.payload.create({
      collection: 'delegations',
      data: {
        from: vouch.user('ben').id,
        to: vouch.user('quinn').id,
        startsAt: new Date(Date.now() - hour).toISOString(),
        endsAt: new Date(Date.now() + hour).toISOString(),
      },
      ...vouch.as('ben'),
    })
    const later = { endsAt: new Date(Date.now() + 30 * hour).toISOString() }
    expect((await faces.rest('ada', 'PATCH', `delegations/${own.id}`, later)).status).toBe(400)
    const sooner = { endsAt: new Date(Date.now() + 1000).toISOString() }
    expect((await faces.rest('ada', 'PATCH', `delegations/${own.id}`, sooner)).status).toBe(200)
  })

  it('a right lent from an account whose password the borrower set signs nothing, even long after', async () => {
    const ned = await person('ned', ['approver'])
    await faces.rest('adam', 'PATCH', `users/${ned.id}`, { password: PASSWORD })
    const adam = (await vouch.rows('users', { name: { equals: 'adam' } }))[0]!
    const lent = await vouch.payload.create({
      collection: 'delegations',
      data: {
        from: ned.id,
        to: adam.id,
        startsAt: new Date(Date.now() - 1000).toISOString(),
        endsAt: new Date(Date.now() + 86_400_000).toISOString(),
      },
      ...asUser(ned),
    })
    const text = await textBy('ann')
    await expectNo(faces.move('adam', 'approve', text), /You set up the account of ned/)
    await longAgo(ned.id)
    const before = new Date(Date.now() - 8 * 86_400_000).toISOString()
    await vouch.payload.db.updateOne({
      collection: 'delegations',
      id: lent.id,
      data: { createdAt: before },
      req: {},
    })
    await expectNo(faces.move('adam', 'approve', text), /You set up the account of ned/)
  })

  it('approvers of a topic, and a calibration, are agreed to by a second person', async () => {
    const topic = await vouch.payload.create({
      collection: 'topics',
      data: { name: 'Moor', slug: 'moor', approvers: [vouch.user('ben').id] },
    })
    const approvers = [vouch.user('ben').id, vouch.user('dan').id]
    await faces.rest('ada', 'PATCH', `topics/${topic.id}`, { approvers, queue: 'moor' })
    const read = () => vouch.payload.findByID({ collection: 'topics', id: topic.id, depth: 0 })
    expect(await read()).toMatchObject({ approvers: [vouch.user('ben').id], queue: 'moor' })
    const [grant] = await pending(topic.id)
    await decideRight(
      { payload: vouch.payload, user: vouch.user('cora') },
      { id: grant!.id, decision: 'confirm' },
    )
    expect(await read()).toMatchObject({ approvers })

    const id = await proposeCalibration(vouch.payload, {
      calibration: { ...defaultCalibration, id: 'lax' },
      report: { questions: 0, auroc: null, calibrationError: null, reliability: [], tiers: [] },
      fittedOn: [],
      embeddingModel: null,
    })
    expect(await askForCalibration(vouch.payload, { id, user: vouch.user('ben') })).toMatchObject({
      waits: true,
    })
    const stateOf = async () => (await vouch.rows('calibrations', { id: { equals: id } }))[0]?.state
    expect(await stateOf()).toBe('proposed')
    const [waiting] = await pending(id)
    await decideRight(
      { payload: vouch.payload, user: vouch.user('cora') },
      { id: waiting!.id, decision: 'confirm' },
    )
    expect(await stateOf()).toBe('in_force')
  })
})

describe('What held for a text holds on', () => {
  const signBy = async (names: string[], on: Policy) => {
    await vouch.act('ann', 'submit', on)
    for (const name of names) await vouch.act(name, 'approve', on)
    await vouch.act('ben', 'publish', on)
    await vouch.work()
  }
  const edit = (on: Policy, data: Partial<Policy>, by = 'ann') =>
    vouch.payload.update({ collection: 'policies', id: on.id, data, ...vouch.as(by), depth: 0 })

  it('a withdrawn regulated text does not come back as a standard one with one signature', async () => {
    const text = await vouch.draft({ title: 'Ibis', markdown: 'Within 14 days.', riskTier: 'regulated' })
    await signBy(['ben', 'cora'], text)
    await vouch.act('cora', 'withdraw', text)
    await vouch.act('ann', 'restore', text)
    await edit(text, { riskTier: 'standard', body: await bodyOf('Within 99 days.') })
    await vouch.act('ann', 'submit', text)
    expect((await faces.move('ben', 'approve', text)).body['state']).toBe('in_review')
    await expectNo(
      faces
        .move('dan', 'publish', text)
        .then((reply) => ({ ...reply, status: reply.status === 409 ? 422 : reply.status })),
      /approved/,
    )
    // Compliance lowers it.
    expect((await faces.move('cora', 'approve', text)).body['state']).toBe('approved')
    await vouch.act('ben', 'publish', text)
    await vouch.work()
    await edit(text, { body: await bodyOf('Within 15 days.') })
    await vouch.act('ann', 'submit', text)
    expect((await faces.move('ben', 'approve', text)).body['state']).toBe('approved')
    expect(
      (await verifyInstallation(vouch.deps)).breaks.filter(({ message }) => /Ibis/.test(message)),
    ).toEqual([])
  })

  it('nor does one that was signed as regulated, and never released', async () => {
    const text = await vouch.draft({ title: 'Knot', markdown: 'Within 14 days.', riskTier: 'regulated' })
    await vouch.act('ann', 'submit', text)
    await vouch.act('cora', 'approve', text)
    await edit(text, { riskTier: 'standard' })
    await vouch.act('ann', 'submit', text)
    expect((await faces.move('ben', 'approve', text)).body['state']).toBe('in_review')
  })

  it('the owner and the review interval of a regulated text are signed with it', async () => {
    const text = await vouch.draft({
      title: 'Lapwing',
      markdown: 'Within 14 days.',
      riskTier: 'regulated',
      reviewEveryDays: 90,
    })
    await signBy(['ben', 'cora'], text)
    const [release] = await vouch.rows('releases', { documentId: { equals: text.id } })
    expect(release).toMatchObject({ reviewEveryDays: 90, owner: vouch.user('ann').id })
    await edit(text, { reviewEveryDays: 1095 })
    await edit(text, { riskTier: 'standard' })
    await edit(text, { reviewEveryDays: 1000 })
    const [after] = await vouch.rows('releases', { documentId: { equals: text.id } })
    expect(after!.reviewAt).toBe(release!.reviewAt)
    const row = await vouch.payload.findByID({ collection: 'policies', id: text.id, depth: 0 })
    expect(row).toMatchObject({ workflowState: 'draft', reviewAt: release!.reviewAt })
    await expectNo(faces.move('ann', 'verify', text), /somebody else must confirm/)
    expect((await faces.move('ben', 'verify', text)).status).toBe(200)
    const [verified] = await vouch.rows('releases', { documentId: { equals: text.id } })
    expect(Date.parse(verified!.reviewAt!) - Date.now()).toBeLessThan(91 * 86_400_000)
    await vouch.sql({ sql: 'UPDATE releases SET review_every_days = 1095 WHERE id = ?', args: [release!.id] })
    expect((await verifyInstallation(vouch.deps)).breaks.map(({ id }) => id)).toContain(release!.id)
    await vouch.sql({ sql: 'UPDATE releases SET review_every_days = 90 WHERE id = ?', args: [release!.id] })
  })
})

describe('What the API tells and takes besides', () => {
  it('nothing is sorted, filtered or listed by a field that the asker may not read, through relations too', async () => {
    const paths = ['hash', 'salt', 'resetPasswordToken', 'lockUntil', 'loginAttempts', 'sessions.id']
    const asked = paths.flatMap((path) => [
      `policies?sort=owner.${path}`,
      `policies?sort=-owner.${path}`,
      `policies?sort=title,owner__${path}`,
      `policies?where[owner.${path}][exists]=true`,
      `policies?where[owner.${path}][like]=a`,
      `policies?where[or][0][and][0][owner.${path}][like]=a`,
      `policies?where[authors][contains][${path}][like]=a`,
      `policies/count?where[owner.${path}][exists]=true`,
      `policies/versions?where[version.owner.${path}][exists]=true`,
      `policies/versions?sort=version.owner.${path}`,
      `users?sort=${path}`,
      `users?where[${path}][exists]=true`,
      `topics?sort=lead.${path}`,
      `gaps?sort=owner.${path}`,
      `audit-log?where[x.${path}][exists]=true`,
      `payload-locked-documents?sort=user.value.${path}`,
    ])
    for (const path of asked) {
      const { status, body } = await faces.rest('ada', 'GET', path)
      expect(status, `${path} ${JSON.stringify(body).slice(0, 200)}`).toBe(400)
    }
    expect((await faces.rest('ada', 'GET', `bots?sort=keys.hash`)).status).toBe(400)
    expect(
      (await faces.rest('ann', 'GET', `policies?where[owner][salt][like]=a`)).status,
    ).toBeGreaterThanOrEqual(400)
    for (const path of [
      'policies?sort=owner.name,-updatedAt',
      'policies?where[owner.email][like]=ann',
      'users?sort=name',
      'policies/versions?sort=-version.updatedAt&where[version.workflowState][equals]=draft',
    ])
      expect((await faces.rest('ann', 'GET', path)).status, path).toBe(200)
    const whole = JSON.stringify(
      (
        await faces.rest(
          'ada',
          'GET',
          'policies?depth=3&showHiddenFields=true&select[owner]=true&populate[users][hash]=true&populate[users][salt]=true',
        )
      ).body,
    )
    expect(whole).not.toMatch(/"(hash|salt)"/)
    const bulk = await faces.rest('ada', 'PATCH', 'policies?where[owner.hash][exists]=true', { locale: 'fr' })
    expect(bulk.status).toBe(403)
    const deleted = await faces.rest('quinn', 'DELETE', 'eval-cases?where[gap.owner.hash][exists]=true')
    expect(deleted.status, JSON.stringify(deleted.body)).toBe(400)
  })

  it('a lock is in one’s own name, and is taken away by nobody else', async () => {
    const draft = await vouch.draft({ title: 'Locked', markdown: 'Within 14 days.' })
    const { body } = await faces.rest('ann', 'POST', 'payload-locked-documents', {
      document: { relationTo: 'policies', value: draft.id },
      user: { relationTo: 'users', value: vouch.user('ben').id },
    })
    const lock = body['doc'] as { id: string; user: { value: { id: string } } }
    expect(lock.user.value.id).toBe(vouch.user('ann').id)
    expect((await faces.rest('ben', 'DELETE', `payload-locked-documents/${lock.id}`)).status).toBe(403)
    const taken = await faces.rest('ben', 'PATCH', `payload-locked-documents/${lock.id}`, {
      user: { relationTo: 'users', value: vouch.user('cora').id },
    })
    expect((taken.body['doc'] as typeof lock).user.value.id).toBe(vouch.user('ben').id)
  })

  it('nobody takes a name that another has, or that looks like it', async () => {
    for (const name of ['ben', 'BEN', ' b e n ', 'bеn', 'bén', 'b\u200ben', 'Vouch', 'V0uch', 'Somеone'])
      expect((await faces.rest('ann', 'PATCH', `users/${vouch.user('ann').id}`, { name })).status, name).toBe(
        400,
      )
    expect(
      (await faces.rest('ann', 'PATCH', `users/${vouch.user('ann').id}`, { name: 'Ann Heron' })).status,
    ).toBe(200)
    await faces.rest('ann', 'PATCH', `users/${vouch.user('ann').id}`, { name: 'ann' })
  })

  it('a gap’s note and owner are in the audit, whoever changes them', async () => {
    const id = randomUUID()
    await vouch.payload.db.create({
      collection: 'gaps',
      data: {
        id,
        question: 'Norway?',
        state: 'new',
        reason: 'no_coverage',
        seen: 1,
        people: 1,
        lastSeenAt: new Date().toISOString(),
        bot: (await vouch.bot()).id,
      },
      req: {},
    })
    await faces.rest('quinn', 'PATCH', `gaps/${id}`, { note: 'forged', owner: vouch.user('ann').id })
    const rows = await vouch.rows('audit-log', {
      and: [{ subjectId: { equals: id } }, { action: { equals: 'gap.changed' } }],
    })
    expect(rows).toEqual([expect.objectContaining({ actorName: 'quinn' })])

    const context = { payload: vouch.payload, user: vouch.user('quinn') }
    await assignGap(context, { id, owner: vouch.user('dan').id })
    const notices = await vouch.rows('notifications', { to: { equals: vouch.user('dan').id } })
    expect(notices.map(({ kind }) => kind)).toContain('gap_assigned')
    await dismissGap(context, { id, reason: 'not_ours', note: 'No.' })
    await expect(assignGap(context, { id, owner: null })).rejects.toThrow('not to be answered')
    expect(await reopenGap(context, { id, note: 'It is.' })).toMatchObject({ state: 'reopened' })
    await expect(reopenGap(context, { id, note: 'Again.' })).rejects.toThrow('Only a gap that is verified')
  })

  it('a comment is resolved by who made it, or by a reviewer who did not write the text', async () => {
    const text = await vouch.draft({ title: 'Comments', markdown: 'Within 14 days.', by: 'dan' })
    const by = (name: string) => ({ payload: vouch.payload, user: vouch.user(name) })
    const comment = () =>
      addComment(by('ben'), { collection: 'policies', id: text.id, expectedVersion: 1, body: 'Why?' })
    const { id } = await comment()
    for (const name of ['quinn', 'ann', 'dan', 'ada'])
      await expect(resolveComment(by(name), id), name).rejects.toThrow(/Who made a comment/)
    expect((await resolveComment(by('ben'), id)).resolvedBy).toBe(vouch.user('ben').id)
    expect((await resolveComment(by('cora'), (await comment()).id)).resolvedBy).toBe(vouch.user('cora').id)
  })

  it('a text that says nothing is not sent, signed or published', async () => {
    for (const markdown of ['', '&nbsp;', '![](https://x.example/a.png)', '---', '<!-- 14 days -->']) {
      const draft = await vouch.draft({ title: 'Empty', markdown: 'x' })
      await vouch.payload.update({
        collection: 'policies',
        id: draft.id,
        data: { body: await blank(markdown) },
        ...vouch.as('ann'),
      })
      await expectNo(faces.move('ann', 'submit', draft), /“Empty” has no text yet/)
    }
  })

  it('who signs first says when it takes effect, and becomes no author by that', async () => {
    const text = await textBy('ann')
    const later = '2098-01-01T00:00:00.000Z'
    await expectNo(
      faces.move('ben', 'approve', text, { effectiveFrom: '2020-01-01T00:00:00.000Z' }),
      /signed with the text/,
    )
    await expectNo(faces.move('ben', 'approve', text, { expiresAt: later }), /signed with the text/)
    const signed = await faces.move('ben', 'approve', text, { effectiveFrom: later })
    expect(signed.body).toMatchObject({ state: 'approved', version: 2 })
    const published = await faces.move('ben', 'publish', text)
    expect(published.body).toMatchObject({ state: 'scheduled', effectiveFrom: later })
    await vouch.work()
    const actions = (await vouch.rows('audit-log', { subjectId: { equals: text.id } })).map(
      ({ action }) => action,
    )
    expect(actions).toContain('release.scheduled')
    expect(actions).not.toContain('release.activated')
    const row = await vouch.payload.findByID({ collection: 'policies', id: text.id, depth: 0 })
    expect(row).toMatchObject({ workflowState: 'scheduled', liveRelease: null })
    const regulated = await textBy('ann', { riskTier: 'regulated' })
    await faces.move('ben', 'approve', regulated, { effectiveFrom: later })
    await expectNo(
      faces.move('cora', 'approve', regulated, { effectiveFrom: null }),
      /signed it with its date/,
    )
    expect((await faces.move('cora', 'approve', regulated)).body['state']).toBe('approved')
  })
})

/** Last: whoever is closed here is signed out. */
describe('One admin alone', () => {
  it('who takes the second person’s rights is not alone by that for some days', async () => {
    const others = (await vouch.rows('users', { roles: { in: ['admin', 'compliance'] } })).filter(
      ({ name, leftAt }) => name !== 'ada' && !leftAt,
    )
    for (const { id } of others.slice(1))
      await vouch.payload.update({ collection: 'users', id, data: { leftAt: new Date().toISOString() } })
    await faces.rest('ada', 'PATCH', `users/${others[0]!.id}`, { roles: ['qa'] })
    const ola = await madeBy('ada', 'ola', ['author', 'approver'])
    expect(ola.roles).toEqual(['author'])
    for (const { id, roles } of others)
      await vouch.payload.update({ collection: 'users', id, data: { leftAt: null, roles } })
  })

  it('an installation with one admin can begin: what they give holds at once', async () => {
    const others = (await vouch.rows('users', { roles: { in: ['admin', 'compliance'] } })).filter(
      ({ name, leftAt }) => name !== 'ada' && !leftAt,
    )
    const close = (leftAt: string | null) =>
      Promise.all(others.map(({ id }) => vouch.payload.update({ collection: 'users', id, data: { leftAt } })))
    await close(new Date().toISOString())
    for (const { id } of others) await longAgo(id)
    expect((await madeBy('ada', 'pia', ['author', 'approver'])).roles).toContain('approver')
    await close(null)
  })
})

/** What the editor keeps of a text without words; one that it drops is an empty paragraph. */
const blank = async (markdown: string): Promise<Policy['body']> => {
  const body = await bodyOf(markdown)
  const paragraph = {
    type: 'paragraph',
    format: '',
    indent: 0,
    version: 1,
    direction: null,
    textFormat: 0,
    children: [],
  }
  const { children } = (body as { root: { children: unknown[] } }).root
  while (children.length < 2) children.push(paragraph)
  return body
}
