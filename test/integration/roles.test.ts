import { beforeAll, describe, expect, it } from 'vitest'
import type { Policy } from '../../payload-types'
import { useFaces } from './faces'
import { useInstallation } from './installation'

const vouch = useInstallation()
const faces = useFaces(vouch)

/** One person of each role. */
const PEOPLE = {
  author: 'ann',
  approver: 'ben',
  compliance: 'cora',
  qa: 'quinn',
  agent: 'amy',
  admin: 'ada',
} as const
type Role = keyof typeof PEOPLE
const ALL = Object.keys(PEOPLE) as Role[]

let policy: Policy
let ids: Record<string, string>

beforeAll(async () => {
  policy = await vouch.publish({ title: 'Returns', markdown: 'Within 30 days.' })
  const topic = await vouch.payload.create({
    collection: 'topics',
    data: { name: 'Returns', slug: 'returns' },
  })
  const bot = await vouch.bot()
  const gap = await vouch.payload.create({
    collection: 'gaps',
    data: {
      question: 'Do you ship to Norway?',
      state: 'new',
      reason: 'no_coverage',
      seen: 1,
      people: 1,
      lastSeenAt: new Date().toISOString(),
      bot: bot.id,
    },
  })
  ids = { policies: policy.id, topics: topic.id, bots: bot.id, users: vouch.user('dan').id, gaps: gap.id }
})

/** The roles whose call of REST was let through. */
const letThrough = async (
  method: 'POST' | 'PATCH' | 'DELETE' | 'GET',
  path: string,
  body?: () => unknown,
): Promise<Role[]> => {
  const roles: Role[] = []
  for (const role of ALL) {
    const { status } = await faces.rest(PEOPLE[role], method, path, body?.())
    if (status < 300) roles.push(role)
    else expect([401, 403, 404], `${role} ${method} ${path}: ${status}`).toContain(status)
  }
  return roles
}

describe('What each role may do, through REST', () => {
  it.each([
    ['policies', { title: 'Returns' }, ['author', 'approver', 'admin']],
    ['topics', { queue: 'returns' }, ['approver', 'admin']],
    ['bots', { requestsPerMinute: 500 }, ['admin']],
    ['users', { name: 'dan' }, ['admin']],
    ['gaps', { note: 'Asked by a shop.' }, ['author', 'approver', 'qa', 'admin']],
  ] as const)('edits of %s', async (collection, change, roles) => {
    expect(await letThrough('PATCH', `${collection}/${ids[collection]}`, () => change)).toEqual(roles)
  })

  it('new texts are written by authors, approvers and admins; new people and bots are made by admins', async () => {
    const { title, body, kind, audience, riskTier, locale } = policy
    const text = () => ({ title, body, kind, audience, riskTier, locale })
    expect(await letThrough('POST', 'policies', text)).toEqual(['author', 'approver', 'admin'])
    const person = () => ({
      name: 'x',
      email: `${Math.random()}@example.com`,
      password: 'correct horse',
      roles: ['admin'],
    })
    expect(await letThrough('POST', 'users', person)).toEqual(['admin'])
    const bot = () => ({
      name: `bot ${Math.random()}`,
      audiences: ['internal'],
      scopes: ['answer'],
      requestsPerMinute: 1,
    })
    expect(await letThrough('POST', 'bots', bot)).toEqual(['admin'])
  })

  it('old versions are read by staff, restored by those who may write, and by nobody else', async () => {
    const { docs } = await vouch.payload.findVersions({
      collection: 'policies',
      where: { parent: { equals: policy.id } },
    })
    const version = docs[0]?.id
    expect(await letThrough('GET', `policies/versions/${version}`)).toEqual(ALL)
    expect(await letThrough('POST', `policies/versions/${version}`)).toEqual(['author', 'approver', 'admin'])
  })

  it('what is recorded is written and deleted by nobody', async () => {
    for (const collection of [
      'approvals',
      'releases',
      'chunks',
      'answers',
      'audit-log',
      'gap-events',
      'handovers',
      'handover-acts',
      'conversation-reports',
      'impact-reports',
      'acceptance-checks',
      'recalls',
      'recalled-answers',
      'recall-notices',
      'webhook-deliveries',
      'comments',
      'notifications',
      'index-versions',
    ]) {
      expect(await letThrough('POST', collection, () => ({ title: 'forged' })), collection).toEqual([])
      const [row] = await vouch.rows(collection as 'approvals')
      if (!row) continue
      expect(
        await letThrough('PATCH', `${collection}/${row.id}`, () => ({ title: 'forged' })),
        collection,
      ).toEqual([])
      expect(await letThrough('DELETE', `${collection}/${row.id}`), collection).toEqual([])
    }
  })

  it('an agent reads texts and hand-overs, and nothing else that was recorded', async () => {
    const read = async (collection: string) => (await faces.rest('amy', 'GET', collection)).status
    for (const collection of ['policies', 'faqs', 'topics', 'handovers', 'handover-acts'])
      expect(await read(collection), collection).toBe(200)
    for (const collection of ['answers', 'gaps', 'bots', 'releases', 'eval-cases', 'webhooks', 'sources'])
      expect(await read(collection), collection).toBe(403)
  })

  it('nothing that history refers to is deleted, not even by an admin', async () => {
    for (const [collection, instead] of [
      ['policies', 'archive it'],
      ['topics', 'another topic'],
      ['bots', 'Turn the bot off'],
      ['users', 'Left on'],
    ] as const) {
      const { status, body } = await faces.rest('ada', 'DELETE', `${collection}/${ids[collection]}`)
      expect(status, collection).toBe(409)
      expect(JSON.stringify(body)).toContain(instead)
      expect((await faces.rest('quinn', 'DELETE', `${collection}/${ids[collection]}`)).status).toBe(403)
    }
  })

  it('the audit log is read by approvers, compliance and admins', async () => {
    expect(await letThrough('GET', 'audit-log')).toEqual(['approver', 'compliance', 'admin'])
  })

  it('who signs, what is sensitive and who is who are set by admins alone', async () => {
    const [before] = await vouch.rows('topics', { id: { equals: ids['topics'] } })
    const change = {
      approvers: [vouch.user('ann').id],
      lead: vouch.user('ann').id,
      escalate: true,
      refuseOverdue: true,
    }
    for (const role of ALL.filter((each) => each !== 'admin'))
      await faces.rest(PEOPLE[role], 'PATCH', `topics/${ids['topics']}`, change)
    const [after] = await vouch.rows('topics', { id: { equals: ids['topics'] } })
    expect({ ...after, updatedAt: '' }).toEqual({ ...before, updatedAt: '' })
    await faces.rest('ann', 'PATCH', `users/${vouch.user('ann').id}`, { roles: ['admin'], leftAt: null })
    expect((await vouch.rows('users', { name: { equals: 'ann' } }))[0]?.roles).toEqual(['author'])
  })

  it('a person reads their own notices and nobody else’s', async () => {
    const draft = await vouch.draft({ title: 'Repairs', markdown: 'Within 60 days.' })
    await vouch.act('ann', 'submit', draft)
    const { body } = await faces.rest('ben', 'GET', 'notifications?depth=0')
    const docs = body['docs'] as { to: string }[]
    expect(docs.length).toBeGreaterThan(0)
    expect(new Set(docs.map(({ to }) => to))).toEqual(new Set([vouch.user('ben').id]))
  })
})
