import { describe, expect, it } from 'vitest'
import { withReport, UNREPORTED } from '../../src/commands/measures/readReports'
import { measure } from '../../src/measures/measure'
import { findRepeats } from '../../src/measures/repeats'
import type { Conversation, ConversationReport, MeasuredTurn } from '../../src/measures/types'

const DAY = 86_400_000
const FROM = Date.parse('2026-11-01T00:00:00Z')
const TO = FROM + 28 * DAY

interface Given {
  customer?: string | null
  day?: number
  question?: string
  turns?: Partial<MeasuredTurn>[]
  report?: Partial<ConversationReport>
  handovers?: Conversation['handovers']
}

let next = 0
const conversation = ({
  customer = null,
  day = 1,
  question = 'How long is the guarantee on laptops?',
  turns = [{}],
  report = {},
  handovers = [],
}: Given = {}): Conversation => ({
  id: `c-${next++}`,
  bot: 'shop',
  customer,
  channel: 'web',
  language: 'en',
  topic: null,
  turns: turns.map((turn, i) => ({
    receipt: `r-${next}-${i}`,
    confidence: null,
    at: FROM + day * DAY + i * 60_000,
    question,
    locale: 'en',
    outcome: 'answered',
    reason: null,
    gap: null,
    citedDocuments: [],
    ...turn,
  })),
  report: { ...UNREPORTED, ...report },
  handovers,
})
const escalated = (reason: string): Partial<MeasuredTurn> => ({ outcome: 'escalated', reason })
const of = (...all: Conversation[]) => measure(all, { from: FROM, to: TO })

describe('the measures', () => {
  it('call nothing resolved because nobody complained', () => {
    expect(of(conversation(), conversation())).toMatchObject({
      conversations: 2,
      outcomeKnown: { count: 0, of: 2, share: 0 },
      aiResolution: { count: 0, of: 2 },
      firstContactResolution: { count: 0, of: 0, share: null },
    })
  })

  it('count as resolved by the bot what was said to be, and nothing that a person helped with', () => {
    const all = of(
      conversation({ report: { resolved: true } }),
      conversation({ report: { resolved: true, resolvedBy: 'bot' }, turns: [escalated('complaint')] }),
      conversation({ report: { resolved: true }, turns: [escalated('complaint')] }),
      conversation({ report: { resolved: false } }),
      conversation({
        turns: [escalated('complaint')],
        handovers: [{ state: 'resolved', claimedAt: 0, endedAt: 6e5 }],
      }),
      conversation({
        turns: [escalated('complaint')],
        handovers: [{ state: 'returned', claimedAt: 0, endedAt: 12e5 }],
      }),
    )
    expect(all.aiResolution).toEqual({ count: 1, of: 6, share: 1 / 6 })
    expect(all.resolvedByPeople.count).toBe(2)
    expect(all.outcomeKnown.count).toBe(5)
    expect(all.handlingTime).toEqual({ handovers: 2, averageMinutes: 15 })
  })

  it('count an escalated conversation once, under its first reason', () => {
    const all = of(
      conversation({ turns: [{}, escalated('complaint'), escalated('frustration')] }),
      conversation({ turns: [escalated('complaint')] }),
      conversation({ turns: [escalated('cancellation')] }),
      conversation(),
    )
    expect(all.escalation).toEqual({ count: 3, of: 4, share: 0.75 })
    expect(all.escalationByReason.map(({ reason, count }) => [reason, count])).toEqual([
      ['complaint', 2],
      ['cancellation', 1],
    ])
  })

  it('count who came back about the same need within a week, whatever the conversation before was called', () => {
    const first = conversation({ customer: 'joan', day: 1, report: { resolved: true } })
    const again = conversation({
      customer: 'joan',
      day: 5,
      question: 'What is the guarantee on laptops, please?',
      report: { resolved: true },
    })
    const all = of(first, again, conversation({ customer: 'bo', day: 5, report: { resolved: true } }))
    expect(all.repeatContact).toEqual({ count: 1, of: 3, share: 1 / 3 })
    expect(all.firstContactResolution).toEqual({ count: 1, of: 3, share: 1 / 3 })
  })

  it.each<[string, Given]>([
    ['another need', { question: 'Do you deliver to Norway?' }],
    ['thanks', { question: 'Thanks!' }],
    ['a week later', { day: 9 }],
    ['another customer', { customer: 'bo' }],
  ])('do not count %s as coming back', (_, given) => {
    const thanks = given.question === 'Thanks!'
    const first = conversation({ customer: 'joan', ...(thanks && { question: 'Thanks!' }) })
    const { again } = findRepeats([first, conversation({ customer: 'joan', day: 3, ...given })], 7 * DAY)
    expect(again.size).toBe(0)
  })

  it('know the same need by its gap, in other words too', () => {
    const one = conversation({ customer: 'joan', turns: [{ gap: 'g' }] })
    const other = conversation({ customer: 'joan', day: 2, question: 'Norway?', turns: [{ gap: 'g' }] })
    expect(findRepeats([other, one], 7 * DAY)).toMatchObject({
      again: new Set([other.id]),
      before: new Set([one.id]),
    })
  })

  it('see who came back after the period, and count no conversation outside of it', () => {
    const late = conversation({ customer: 'joan', day: 27, report: { resolved: true } })
    const after = conversation({ customer: 'joan', day: 30, report: { resolved: true } })
    expect(of(late, after)).toMatchObject({
      conversations: 1,
      firstContactResolution: { count: 0, of: 1 },
      repeatContact: { count: 0, of: 1 },
    })
  })

  it('take a reopened conversation for none that was resolved at first contact', () => {
    const report = { resolved: true, reopened: true } as const
    expect(of(conversation({ report })).firstContactResolution).toMatchObject({ count: 0, of: 1 })
  })

  it('count gaps by conversation, and ratings from 4 on as content', () => {
    const all = of(
      conversation({ turns: [{ gap: 'a' }, { gap: 'b' }], report: { csat: 2, thumbs: 'down' } }),
      conversation({ report: { csat: 4, thumbs: 'up' } }),
    )
    expect(all.knowledgeGap).toEqual({ count: 1, of: 2, share: 0.5 })
    expect(all.csat).toEqual({ count: 1, of: 2, share: 0.5, average: 3 })
    expect(all.thumbsUp).toEqual({ count: 1, of: 2, share: 0.5 })
  })
})

describe('what was reported of a conversation', () => {
  const outcome = (resolved: boolean, reopened = false) => ({ kind: 'outcome' as const, resolved, reopened })

  it('is the latest word on each thing, and that it was reopened is not forgotten', () => {
    const reported = [
      outcome(true),
      { kind: 'feedback' as const, csat: 2 },
      outcome(false, true),
      { kind: 'feedback' as const, thumbs: 'up' as const },
      outcome(true),
    ].reduce(withReport, UNREPORTED)
    expect(reported).toEqual({ resolved: true, resolvedBy: null, reopened: true, csat: 2, thumbs: 'up' })
  })
})
