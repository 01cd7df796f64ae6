import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { daysAsCsv, measuresAsCsv } from '../../src/commands/measures/measuresAsCsv'
import { withReport, UNREPORTED } from '../../src/commands/measures/readReports'
import { behindFigure, HANDLING_TIME, MEASURE_NAMES, MEASURES } from '../../src/measures/definitions'
import { ENDING_WORDS, endingOf, ENDINGS } from '../../src/measures/ending'
import { countedIn, measureCounted, repeatsAmong, type Period } from '../../src/measures/measure'
import { DIMENSIONS, isIn, NONE, sliceBy, type Dimension } from '../../src/measures/slices'
import { findRepeats } from '../../src/measures/repeats'
import type { Conversation, MeasuredTurn } from '../../src/measures/types'
import { conversationOf, DAY, FROM } from './conversationOf'

const TO = FROM + 28 * DAY
const conversation = conversationOf
const measure = (all: Conversation[], period: Period) =>
  measureCounted(countedIn(all, period), { period, repeats: repeatsAmong(all) })
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

  it.each<[string, NonNullable<Parameters<typeof conversationOf>[0]>]>([
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

describe('how conversations ended', () => {
  const outcomes = (...turns: Partial<MeasuredTurn>[]) => endingOf(conversation({ turns }))
  const refused = (reason: string): Partial<MeasuredTurn> => ({ outcome: 'refused', reason })

  it('is told by the last question, and a “thanks” after it changes nothing', () => {
    expect(outcomes(refused('no_coverage'), {})).toBe('answered')
    expect(outcomes({}, refused('out_of_scope'))).toBe('answered')
    expect(outcomes({}, refused('insufficient'))).toBe('refused')
    expect(outcomes({}, { outcome: 'clarify' })).toBe('asked_back')
    expect(outcomes(refused('out_of_scope'))).toBe('aside')
    expect(outcomes({ outcome: 'escalated' }, {})).toBe('handed_over')
  })

  it('has one ending for each conversation, so that every day sums to all of it', () => {
    const kinds = [{}, { outcome: 'clarify' }, refused('expired'), { outcome: 'escalated' }] as const
    const all = kinds.map((turn, day) => conversation({ day, turns: [turn] }))
    const { days, conversations } = of(...all, conversation({ day: 2 }))
    expect(days).toHaveLength(28)
    expect(days.reduce((sum, day) => sum + day.conversations, 0)).toBe(conversations)
    for (const { ended, conversations: began } of days)
      expect(Object.values(ended).reduce((sum, count) => sum + count, 0)).toBe(began)
    expect(days[2]).toMatchObject({ day: '2026-11-03', conversations: 2, ended: { answered: 1, refused: 1 } })
  })

  it('is by week where there are many days', () => {
    const { days } = measure([conversation()], { from: FROM, to: FROM + 200 * DAY })
    expect(days).toHaveLength(29)
    expect(days[0]).toMatchObject({ days: 7, conversations: 1 })
  })
})

describe('the way down from a number', () => {
  const all = [
    conversation({ report: { resolved: true, csat: 5, thumbs: 'up' }, customer: 'a' }),
    conversation({
      day: 3,
      customer: 'a',
      turns: [{ gap: 'g', outcome: 'refused', reason: 'no_coverage' }, {}],
    }),
    conversation({ customer: 'b', turns: [escalated('complaint')], report: { csat: 2, thumbs: 'down' } }),
    conversation({
      turns: [escalated('fraud')],
      handovers: [{ state: 'resolved', claimedAt: 0, endedAt: 6e5 }],
    }),
  ]
  const repeats = repeatsAmong(all)
  const behind = (figure: string) => all.filter((each) => behindFigure(figure)?.test(each, repeats)).length

  it('leads to exactly as many conversations as it counts, and as it is a share of', () => {
    const measured = of(...all)
    for (const name of MEASURE_NAMES) {
      expect([name, behind(name)]).toEqual([name, measured[name].count])
      expect([name, behind(`of-${name}`)]).toEqual([name, measured[name].of])
      expect([name, behind(`not-${name}`)]).toEqual([name, measured[name].of - measured[name].count])
    }
    for (const ending of ENDINGS)
      expect(behind(`ended-${ending}`)).toBe(measured.days.reduce((sum, { ended }) => sum + ended[ending], 0))
    for (const { reason, count } of measured.escalationByReason)
      expect(behind(`reason-${reason}`)).toBe(count)
    expect(behind('handled')).toBe(measured.handlingTime.handovers)
  })

  it('leads nowhere for a figure that is none', () => {
    expect(behindFigure('ended-nowhere')).toBeNull()
    expect(behindFigure('constructor')).toBeNull()
  })
})

describe('figures told apart', () => {
  const all = [
    conversation({ channel: 'web', topic: 'returns' }),
    conversation({ channel: 'web', turns: [escalated('complaint')] }),
    conversation({ channel: null, language: 'de' }),
  ]
  const rowsBy = (dimension: Dimension) => sliceBy(all, { dimension, repeats: repeatsAmong(all) })

  it('add up to all of them, with those of which it is not known', () => {
    for (const dimension of DIMENSIONS)
      expect(rowsBy(dimension).reduce((sum, row) => sum + row.conversations, 0)).toBe(3)
    expect(rowsBy('channel').map(({ value }) => value)).toEqual(['web', NONE])
    expect(rowsBy('channel')[0]?.rates.escalation).toEqual({ count: 1, of: 2, share: 0.5 })
    expect(rowsBy('topic')[0]?.rates.csat.share).toBeNull()
  })

  it('are those of the conversations with all of the wanted values', () => {
    expect(all.filter(isIn({ channel: 'web', topic: NONE }))).toEqual([all[1]])
    expect(all.filter(isIn({ language: 'de' }))).toEqual([all[2]])
    expect(all.filter(isIn({}))).toEqual(all)
  })
})

describe('the measures as a table', () => {
  const report = { from: '', to: '', topic: null, bot: null, channel: null, language: null }

  it('leave a share of nothing empty, and keep a cell that a spreadsheet would reckon with text', () => {
    const hostile = '=HYPERLINK("https://evil.test")'
    const all = [conversation({ channel: hostile }), conversation({ channel: '@SUM(A1)' })]
    const rows = sliceBy(all, { dimension: 'channel', repeats: repeatsAmong(all) })
    const csv = measuresAsCsv({ ...report, ...of(...all) }, { by: 'channel', rows, nameOf: (value) => value })
    const cells = Papa.parse<string[]>(csv).data.flat()
    expect(cells).toContain(`'${hostile}`)
    expect(cells.filter((cell) => /^[=+@\t\r]|^-\D/.test(cell))).toEqual([])
    expect(csv).toContain(`${MEASURES.csat.name},0,0,,`)
  })

  it('give each day and ending with what it is a share of', () => {
    const csv = daysAsCsv({ ...report, ...of(conversation({ day: 0 })) })
    expect(csv.split('\r\n').slice(0, 2)).toEqual([
      'day,days,ended,count,of,share',
      '2026-11-01,1,Answered,1,1,1',
    ])
  })
})

it('is defined in docs/measures.md in the very words that the room shows', async () => {
  const docs = (await readFile('docs/measures.md', 'utf8')).replaceAll(/\s+/g, ' ')
  for (const { name, formula } of [...Object.values(MEASURES), HANDLING_TIME])
    expect(docs).toContain(`| ${name} | ${formula} |`)
  for (const { name, meaning } of Object.values(ENDING_WORDS))
    expect(docs).toContain(`| ${name} | ${meaning} |`)
})
