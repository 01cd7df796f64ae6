import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Decision, Message, Resolution, Turn } from '../../src/answer/types'
import { detailsIn } from '../../src/handover/details'
import { buildHandover } from '../../src/handover/package'
import { redact } from '../../src/handover/redact'
import type { Teams } from '../../src/handover/teamFor'
import { moodWords } from '../../src/admin/handovers/whyWords'
import { takesReplies } from '../../src/admin/handovers/whoTakesReplies'
import { sentimentOf } from '../../src/handover/sentiment'
import { passage } from '../fakes/passage'

const turn = (question: string, messages: Message[] = []): Turn => ({
  question,
  messages,
  locale: 'en',
  channel: 'web',
  conversationId: null,
  customer: null,
  at: 0,
})
const escalated: Decision = {
  outcome: 'escalated',
  reason: 'asks_for_person',
  evidence: 'agent',
  urgency: 'normal',
  confidence: null,
}
const resolution = (more: Partial<Resolution> = {}): Resolution => ({
  decision: escalated,
  considered: [],
  degraded: [],
  timings: {},
  ...more,
})

const teams: Teams = new Map([
  ['fraud', 'fraud-desk'],
  ['complaint', 'complaints'],
])

describe('the hand-over', () => {
  const messages: Message[] = [
    {
      role: 'user',
      content: 'Order AB-12345 of 3 November never came, I paid €49.90 with 4111 1111 1111 1111',
    },
    { role: 'assistant', content: 'Deliveries take three days.' },
  ]
  const handover = () => {
    const topic = { id: 't', name: 'Delivery', queue: 'logistics', escalate: false }
    const built = buildHandover({
      turn: turn('agent please', messages),
      resolution: resolution({ considered: [passage({ text: 'Late parcels are refunded.', topic })] }),
      teams,
    })
    if (!built) throw new Error('an escalated resolution has a hand-over')
    return built
  }

  it('spares the customer from saying it all again', () => {
    expect(handover()).toMatchObject({
      reason: 'asks_for_person',
      intent: { topic: 'Delivery' },
      tried: ['Deliveries take three days.'],
      considered: [{ title: 'Returns', text: 'Late parcels are refunded.' }],
      queue: 'logistics',
      urgency: 'normal',
    })
    expect(handover().intent.summary).toContain('never came')
    expect(handover().details).toEqual([
      { kind: 'order number', text: 'AB-12345' },
      { kind: 'date', text: '3 November' },
      { kind: 'amount', text: '€49.90' },
    ])
    expect(handover().nextSteps.length).toBeGreaterThan(0)
  })

  it('carries no card number anywhere', () => {
    expect(JSON.stringify(handover())).not.toContain('4111 1111')
    expect(handover().redacted).toEqual(['card number'])
  })

  it('follows the procedure of the sensitive topic', () => {
    const decision: Decision = {
      ...escalated,
      reason: 'sensitive_topic',
      evidence: 'fraud in progress: someone took my',
      about: 'fraud',
      urgency: 'high',
    }
    const built = buildHandover({
      turn: turn('someone took my money'),
      resolution: resolution({ decision }),
      teams,
    })
    expect(built).toMatchObject({ urgency: 'high', label: 'fraud' })
    expect(built?.nextSteps[0]).toContain('Secure')
  })

  const nearest = passage({
    text: 'Kettles have a guarantee of two years.',
    topic: { id: 'p', name: 'Products', queue: 'products', escalate: false },
  })
  const sensitive = { ...escalated, reason: 'sensitive_topic' } as const
  it.each<[string, Decision, string | null, string | null]>([
    ['what its cause is', { ...sensitive, about: 'fraud' }, 'fraud-desk', null],
    ['its reason', { ...escalated, reason: 'complaint' }, 'complaints', 'Products'],
    [
      'the topic that people alone answer',
      { ...sensitive, topic: { name: 'Care', queue: 'care' } },
      'care',
      'Care',
    ],
    ['what was found first, of an ordinary matter', escalated, 'products', 'Products'],
    ['nobody, of a danger that no team takes over', { ...sensitive, about: 'domestic_abuse' }, null, null],
  ])('goes to the team for %s', (_, decision, queue, topic) => {
    const built = buildHandover({
      turn: turn('Please help me'),
      resolution: resolution({ decision, considered: [nearest] }),
      teams,
    })
    expect(built).toMatchObject({ queue, intent: { topic } })
  })

  it('does not keep an angry customer waiting', () => {
    const built = buildHandover({
      turn: turn('This is DISGUSTING, you lied, get me a manager!!'),
      resolution: resolution(),
      teams,
    })
    expect(built?.sentiment.label).toBe('angry')
    expect(built?.urgency).toBe('high')
  })

  it('exists only for what was escalated', () => {
    const decision: Decision = { outcome: 'refused', reason: 'no_coverage', confidence: null }
    expect(buildHandover({ turn: turn('Why?'), resolution: resolution({ decision }), teams })).toBeNull()
  })
})

describe('redaction', () => {
  it.each([
    ['my card 4111-1111-1111-1111 fails', 'my card [card …1111] fails'],
    ['IBAN DE89 3704 0044 0532 0130 00', 'IBAN [IBAN …3000]'],
    ['password: hunter2', 'password: [password]'],
    ['my pin is 1234', 'my pin is [code]'],
    ['order 1234567890123 is late', 'order 1234567890123 is late'],
    ['policy number GB12 3456', 'policy number GB12 3456'],
  ])('%s becomes %s', (text, redacted) => {
    expect(redact(text).text).toBe(redacted)
  })

  it('leaves no card number with a right check digit', () => {
    const card = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 15, maxLength: 15 }).map((digits) => {
      const sum = digits
        .toReversed()
        .reduce((s, d, i) => s + (i % 2 === 0 ? (d > 4 ? 2 * d - 9 : 2 * d) : d), 0)
      return digits.join('') + ((10 - (sum % 10)) % 10)
    })
    fc.assert(fc.property(card, (number) => !redact(`pay with ${number} now`).text.includes(number)))
  })
})

it('details are listed once, in the order they were given', () => {
  expect(
    detailsIn(['order #99812 on 2026-11-03, 20 euros', 'about order 99812: mail a@example.com']),
  ).toEqual([
    { kind: 'order number', text: '99812' },
    { kind: 'date', text: '2026-11-03' },
    { kind: 'amount', text: '20 euros' },
    { kind: 'e-mail', text: 'a@example.com' },
  ])
})

it('a plain question is calm', () => {
  expect(sentimentOf(['Where is my parcel?'])).toEqual({ label: 'calm', why: [] })
  expect(sentimentOf(['I am a bit disappointed']).label).toBe('upset')
})

it('a colleague reads a mood in the customer’s words, with what they are a sign of', () => {
  expect(moodWords(sentimentOf(['I already asked the neighbours']).why)).toBe('“already asked” (asked again)')
  expect(moodWords([])).toBe('')
})

it('a reply reaches a customer only by a system that is on, is told of replies, and is no chat of colleagues', () => {
  const desk = { enabled: true, events: ['handover.replied'], shape: 'desk' } as const
  expect(takesReplies({ ...desk, events: [...desk.events] })).toBe(true)
  expect(takesReplies({ ...desk, events: [...desk.events], enabled: false })).toBe(false)
  expect(takesReplies({ ...desk, events: ['handover.created'] })).toBe(false)
  for (const shape of ['slack', 'zendesk', 'intercom'] as const)
    expect(takesReplies({ ...desk, events: [...desk.events], shape })).toBe(false)
})
