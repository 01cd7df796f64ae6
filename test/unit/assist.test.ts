import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftOf, isTold } from '../../src/assist/draft'
import { openQuestions } from '../../src/assist/openQuestions'
import { procedureSteps } from '../../src/assist/procedureSteps'
import { sentimentTrend } from '../../src/assist/sentimentTrend'
import { summaryOf } from '../../src/assist/summary'
import { noticeOf } from '../../src/assist/notice'
import type { LiveMessage, UncoveredBecause } from '../../src/assist/types'
import { subjectOf } from '../../src/answer/subjectOf'
import type { Citation, Decision } from '../../src/answer/types'
import { passage } from '../fakes/passage'

const customer = (content: string): LiveMessage => ({ role: 'customer', content })
const bot = (content: string): LiveMessage => ({ role: 'bot', content })
const colleague = (content: string): LiveMessage => ({ role: 'colleague', content })

describe('what is open in a conversation', () => {
  it('is what the customer asked since a colleague last wrote, the latest first', () => {
    const open = openQuestions([
      customer('How long do refunds take?'),
      colleague('Three days.'),
      customer('And for gift cards?'),
      customer('Can I also change the address?'),
    ])
    expect(open.map(({ question }) => question)).toEqual([
      'Can I also change the address?',
      'And for gift cards?',
    ])
    expect(open[1]?.messages).toEqual([
      { role: 'user', content: 'How long do refunds take?' },
      { role: 'assistant', content: 'Three days.' },
    ])
  })

  it('is no small talk, and what was asked before it still waits', () => {
    const open = openQuestions([
      customer('How long do refunds take?'),
      bot('I am passing you to a colleague.'),
      customer('ok thanks'),
      customer('hello?'),
    ])
    expect(open.map(({ question }) => question)).toEqual(['How long do refunds take?'])
  })

  it('is nothing where nothing was ever asked, and never more than three things', () => {
    expect(openQuestions([])).toEqual([])
    expect(openQuestions([customer('hi there'), colleague('Hello.'), customer('thank you')])).toEqual([])
    const many = Array.from({ length: 9 }, (_, i) => customer(`What does part number ${i} cost?`))
    expect(openQuestions(many)).toHaveLength(3)
  })
})

const citation = { number: 1, quote: 'Refunds take three days.' } as Citation
const answered: Decision = {
  outcome: 'answered',
  mode: 'quoted',
  sentences: [
    { text: 'Refunds take three days.', citations: [1] },
    { text: '2. Send the form.', citations: [1] },
  ],
  citations: [citation],
  confidence: 0.9,
}
const refused: Decision = { outcome: 'refused', reason: 'no_coverage', confidence: 0.1 }
const question = 'How long do refunds take?'
const draft = (decision: Decision, forColleagues = decision) =>
  draftOf({ question, decision, forColleagues, locale: 'en' })

describe('a suggested reply', () => {
  it('says the texts’ own words without marks, and cites them', () => {
    expect(draft(answered)).toEqual({
      reply: {
        kind: 'answer',
        question,
        text: 'Refunds take three days.\n2. Send the form.',
        citations: [citation],
        confidence: 0.9,
      },
      uncovered: null,
    })
  })

  it('is a question back where it is not clear what is asked, which covers nothing', () => {
    const { reply, uncovered } = draft({
      outcome: 'clarify',
      question,
      options: ['Online', 'In a shop'],
      confidence: 0.6,
    })
    expect(reply).toMatchObject({ kind: 'ask', citations: [] })
    expect(reply?.text).toContain('Online · In a shop')
    expect(uncovered?.because).toBe('no_answer')
  })

  it('is never what only colleagues may know: that it is known is said, and no word of it', () => {
    const found = draft(refused, answered)
    expect(found).toEqual({ reply: null, uncovered: { question, because: 'only_for_colleagues' } })
    expect(JSON.stringify(found)).not.toContain('three days')
  })

  it('says why there is none', () => {
    const conflict: Decision = {
      outcome: 'escalated',
      reason: 'conflict',
      evidence: 'Returns: 14 days; Outlet: 30 days',
      urgency: 'normal',
      confidence: 0.8,
    }
    expect(draft(refused).uncovered?.because).toBe('no_answer')
    expect(draft(conflict).uncovered?.because).toBe('texts_disagree')
    expect(draft({ ...refused, reason: 'unavailable' }).uncovered?.because).toBe('unavailable')
  })

  it('is not told again where the customer heard it, from the bot with its marks or from a colleague', () => {
    const { reply } = draft(answered)
    if (!reply) throw new Error('It was drafted.')
    const told = 'Refunds take three days. [1] \n2. Send the form. [1]'
    expect(isTold(reply, [bot(told)])).toBe(true)
    expect(isTold(reply, [colleague(`Hello, ${told}`)])).toBe(true)
    expect(isTold(reply, [customer(told), bot('Refunds take four days.')])).toBe(false)
  })

  it('is looked up by what the customer wants, without the words that ask for a person', () => {
    expect(subjectOf('I want to speak to a person about my repair', 'speak to a person; x')).toContain(
      'my repair',
    )
    expect(subjectOf('agent', 'agent')).toBe('agent')
  })
})

describe('the next steps of a procedure', () => {
  const text =
    'Secure the card first.\n\n1. Ask for the last four digits.\n2. **Block** the card.\n3. Log it.'

  it('are those of the nearest text for colleagues, with the text that says so', () => {
    const nearest = [
      passage({ text: '1. Call us.\n2. Wait.', audience: 'public' }),
      passage({ text, audience: 'agent', headingPath: ['Lost cards'] }),
    ]
    const steps = procedureSteps(nearest)
    expect(steps.map((step) => step.text)).toEqual([
      'Ask for the last four digits.',
      'Block the card.',
      'Log it.',
    ])
    expect(steps[0]?.source?.headingPath).toEqual(['Lost cards'])
  })

  it('are none where no text for colleagues is near', () => {
    expect(procedureSteps([passage({ text, audience: 'public' })])).toEqual([])
    const far = Array.from({ length: 3 }, () => passage({ text: 'Nothing here.', audience: 'public' }))
    expect(procedureSteps([...far, passage({ text, audience: 'agent' })])).toEqual([])
  })
})

describe('how a customer sounds', () => {
  it('is what they sound like now, and whether it became worse or better', () => {
    const angry = [customer('This is a disgrace, I am furious.'), customer('You are useless liars.')]
    const calm = [customer('My parcel is not here.'), customer('It was due on Monday.')]
    expect(sentimentTrend([...calm, ...angry])).toMatchObject({ now: 'angry', change: 'worse' })
    expect(sentimentTrend([...angry, colleague('Sorry.'), ...calm])).toMatchObject({
      now: 'calm',
      change: 'better',
    })
    expect(sentimentTrend(calm)).toMatchObject({ now: 'calm', change: 'same', why: [] })
    expect(sentimentTrend([])).toMatchObject({ now: 'calm', change: 'same' })
  })
})

describe('the summary', () => {
  it('says what is open, what they gave and what they were told last, in the words that were said', () => {
    const messages = [
      customer('Order AB-12345 never came. When does it arrive?'),
      bot('I have no approved answer.'),
    ]
    const summary = summaryOf(messages, openQuestions(messages))
    expect(summary).toMatchObject({
      open: ['Order AB-12345 never came. When does it arrive?'],
      details: [{ kind: 'order number', text: 'AB-12345' }],
      lastTold: 'I have no approved answer.',
      turns: { customer: 1, bot: 1, colleague: 0 },
    })
    expect(summary.text).toContain('AB-12345')
  })

  it('holds for any conversation, and is no longer than a few lines', () => {
    const message = fc.record({
      role: fc.constantFrom('customer' as const, 'bot' as const, 'colleague' as const),
      content: fc.string({ maxLength: 2_000 }),
    })
    fc.assert(
      fc.property(fc.array(message, { maxLength: 60 }), (messages) => {
        const open = openQuestions(messages)
        expect(open.length).toBeLessThanOrEqual(3)
        const { lastTold } = summaryOf(messages, open)
        expect(lastTold === null).toBe(messages.every(({ role }) => role === 'customer'))
      }),
      { numRuns: 50 },
    )
  })
})

describe('what a colleague is told', () => {
  it('is as loud where nothing approved covers it as where something does', () => {
    const notice = (because: UncoveredBecause, nothingApproved = true) =>
      noticeOf({ nothingApproved, uncovered: [{ question, because }] })
    expect(notice('no_answer')).toContain('Nothing approved covers this')
    expect(notice('only_for_colleagues')).toContain('may not be told')
    expect(notice('texts_disagree')).toContain('which one holds')
    expect(notice('no_answer', false)).toBeNull()
  })
})
