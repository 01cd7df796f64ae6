import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { randomUUID } from 'node:crypto'
import type { Notification, User } from '../../payload-types'
import { sendNotices, type MailRetries } from '../../src/commands/sendNotices'
import { emailAdapter } from '../../src/email/emailAdapter'
import { startSmtpServer, type FakeSmtpServer } from '../fakes/smtpServer'
import { useInstallation } from './installation'

const vouch = useInstallation()
let server: FakeSmtpServer
const publicUrl = 'https://vouch.example.com'
/** A day in the server's time. */
const at = (day: number, hour: number, minute = 0): Date => new Date(2026, 10, day, hour, minute)

beforeAll(async () => {
  server = await startSmtpServer()
  const adapter = await emailAdapter({ SMTP_URL: server.url, MAIL_FROM: 'Vouch <vouch@example.com>' })
  vouch.payload.email = adapter({ payload: vouch.payload })
  vouch.payload.sendEmail = vouch.payload.email.sendEmail
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.mails.length = 0
  server.refused.clear()
  // What one test told is not mailed in another.
  for (const { id } of await vouch.rows('notifications'))
    await vouch.payload.db.updateOne({
      collection: 'notifications',
      id,
      data: { readAt: at(1, 1).toISOString() },
      req: {},
    })
})

const tell = async (
  name: string,
  o: Partial<Notification> & { title: string },
  when: Date,
): Promise<string> => {
  const id = randomUUID()
  await vouch.payload.db.create({
    collection: 'notifications',
    data: {
      kind: 'to_sign',
      key: id,
      urgent: false,
      ...o,
      id,
      to: vouch.user(name).id,
      createdAt: when.toISOString(),
    },
    req: {},
  })
  return id
}
const choose = (name: string, data: Partial<User>) =>
  vouch.payload.update({ collection: 'users', id: vouch.user(name).id, data, ...vouch.as('ada') })
const send = (now: Date, retries?: MailRetries) =>
  sendNotices(vouch.payload, { publicUrl, now, ...(retries && { retries }) })
const mailedAt = async (id: string) =>
  (await vouch.rows('notifications', { id: { equals: id } }))[0]?.mailedAt ?? null
const mailTo = (name: string) => server.mails.filter(({ to }) => to.includes(`${name}@example.com`))

describe('notices by mail', () => {
  it('come in one digest a day, in the morning, grouped by kind, and once', async () => {
    await tell('ann', { title: 'First <b>text</b>', href: '/admin/review/policies/1' }, at(9, 10))
    await tell('ann', { title: 'Second “text”', kind: 'signed', body: 'Ben & Dan signed.' }, at(9, 11))
    await tell('ann', { title: 'Third text' }, at(9, 12))
    expect(await send(at(9, 23))).toEqual({ mails: 0, notices: 0, failed: 0 })
    expect(await send(at(10, 8))).toEqual({ mails: 1, notices: 3, failed: 0 })
    expect(await send(at(10, 8, 1))).toEqual({ mails: 0, notices: 0, failed: 0 })

    await tell('ann', { title: 'Fourth text' }, at(10, 9))
    expect(await send(at(10, 23))).toMatchObject({ mails: 0 })
    expect(await send(at(11, 8))).toMatchObject({ mails: 1, notices: 1 })

    const [digest, next] = mailTo('ann')
    expect(digest?.source).toContain('Subject: Vouch: 3 things to know')
    expect(digest?.source).toContain('From: Vouch <vouch@example.com>')
    expect(digest?.source).toMatch(
      /WAITING FOR YOUR SIGNATURE\n- First <b>text<\/b>\n {2}https:\/\/vouch\.example\.com\/admin\/review\/policies\/1\n- Third text[^]*SIGNED, CAN BE PUBLISHED\n- Second “text”\n {2}Ben & Dan signed\./,
    )
    expect(digest?.source).toContain(
      '<a href="https://vouch.example.com/admin/review/policies/1">First &lt;b&gt;text&lt;/b&gt;</a>',
    )
    expect(digest?.source).toContain('Ben &amp; Dan signed.')
    expect(next?.source).toContain('Subject: Fourth text')
  })

  it('of which a worker that was away in the morning sends the digest when it is back', async () => {
    await tell('ann', { title: 'Written at night' }, at(12, 2))
    expect(await send(at(12, 15))).toMatchObject({ mails: 1 })
  })

  it('come one by one within the minute for people who chose so', async () => {
    await choose('ben', { mail: 'at_once' })
    await tell('ben', { title: 'One' }, at(9, 10))
    await tell('ben', { title: 'Two' }, at(9, 10))
    expect(await send(at(9, 10, 1))).toEqual({ mails: 2, notices: 2, failed: 0 })
    expect(await send(at(9, 10, 2))).toMatchObject({ mails: 0 })
    expect(mailTo('ben').map(({ source }) => /Subject: (.*)/.exec(source)?.[1])).toEqual(['One', 'Two'])
  })

  it('for people who chose only what is urgent are just that; what is urgent waits for nobody’s digest', async () => {
    await choose('cora', { mail: 'urgent' })
    const quiet = await tell('cora', { title: 'Quiet' }, at(9, 10))
    await tell('cora', { title: 'Withdrawn for cora', urgent: true }, at(9, 10))
    await tell('ann', { title: 'Withdrawn for ann', urgent: true }, at(9, 10))
    expect(await send(at(9, 10, 1))).toMatchObject({ mails: 2 })
    expect(await send(at(12, 9))).toMatchObject({ mails: 0 })
    expect(mailTo('cora')).toHaveLength(1)
    expect(mailTo('ann')).toHaveLength(1)
    expect(await mailedAt(quiet)).toBeNull()
  })

  it('are not sent to people who left, nor when they were read at the bell', async () => {
    await tell('dan', { title: 'For a leaver', urgent: true }, at(9, 10))
    await tell('ann', { title: 'Read', urgent: true, readAt: at(9, 11).toISOString() }, at(9, 10))
    await choose('dan', { leftAt: at(8, 1).toISOString() })
    expect(await send(at(10, 9))).toMatchObject({ mails: 0 })
  })

  it('stay to be sent while the mail server is down, and no transition waits for it', async () => {
    await choose('cora', { mail: 'at_once' })
    const id = await tell('cora', { title: 'Told while it is down' }, at(9, 10))
    await server.stop()
    const warned = vi.spyOn(vouch.payload.logger, 'warn')
    const retries: MailRetries = new Map()
    expect(await send(at(9, 10, 1), retries)).toEqual({ mails: 0, notices: 0, failed: 1 })
    expect(await mailedAt(id)).toBeNull()
    const logged = JSON.stringify(warned.mock.calls)
    warned.mockRestore()
    expect(logged).toContain('ESOCKET')
    expect(logged).not.toContain('hunter2')
    expect(logged).not.toContain('cora@example.com')
    const draft = await vouch.draft({ title: 'Nothing waits', markdown: 'For a mail server.' })
    await expect(vouch.act('ann', 'submit', draft)).resolves.toMatchObject({ state: 'in_review' })

    await server.start()
    expect(await send(at(9, 10, 2), retries)).toMatchObject({ mails: 1, failed: 0 })
    expect(await mailedAt(id)).not.toBeNull()
    expect(mailTo('cora')).toHaveLength(1)
  })

  it('to an address that is refused are tried less and less often, and hold up nobody else', async () => {
    await choose('quinn', { mail: 'at_once' })
    await choose('cora', { mail: 'at_once' })
    server.refused.add('quinn@example.com')
    const id = await tell('quinn', { title: 'Refused' }, at(9, 10))
    await tell('cora', { title: 'Not refused' }, at(9, 10))
    const retries: MailRetries = new Map()
    expect(await send(at(9, 10, 1), retries)).toMatchObject({ mails: 1, failed: 1 })
    const tried: number[] = []
    for (let minute = 2; minute <= 20; minute++)
      if ((await send(at(9, 10, minute), retries)).failed) tried.push(minute)
    expect(tried).toEqual([2, 4, 8, 16])
    server.refused.clear()
    expect(await send(at(9, 11, 0), retries)).toMatchObject({ mails: 1 })
    expect(await mailedAt(id)).not.toBeNull()
  })

  it('of a great many name some and count the rest', async () => {
    for (let i = 0; i < 30; i++) await tell('ann', { title: `Text ${i}` }, at(9, 10))
    expect(await send(at(10, 9))).toMatchObject({ mails: 1, notices: 30 })
    expect(mailTo('ann')[0]?.source).toContain('and 10 more')
  })

  it('that are more than a week old are not mailed any more', async () => {
    await tell('ann', { title: 'Old', urgent: true }, at(1, 10))
    expect(await send(at(9, 9))).toMatchObject({ mails: 0 })
  })
})

it('nobody is asked any more to do what has been done: a signature, a change, a publication', async () => {
  const asked = async (name: string, kind: string) =>
    (
      await vouch.rows('notifications', {
        to: { equals: vouch.user(name).id },
        kind: { equals: kind },
        readAt: { exists: false },
        href: { contains: draft.id },
      })
    ).length
  const draft = await vouch.draft({ title: 'Moves on', markdown: 'It moves on.' })
  await vouch.act('ann', 'submit', draft)
  expect([await asked('ben', 'to_sign'), await asked('cora', 'to_sign')]).toEqual([1, 1])
  await vouch.act('ben', 'approve', draft)
  expect([await asked('ben', 'to_sign'), await asked('cora', 'to_sign')]).toEqual([0, 0])
  expect(await asked('ann', 'signed')).toBe(1)
  await vouch.act('ben', 'publish', draft)
  expect(await asked('ann', 'signed')).toBe(0)
})
