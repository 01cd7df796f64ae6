import { describe, expect, it } from 'vitest'
import {
  isTold,
  openQuestions,
  replyTextOf,
  sentimentTrend,
  stepsIn,
  summarise,
  type LiveTurn,
} from '../../src/handover/assist'
import { nextStepsOf } from '../../src/commands/assist/nextSteps'
import { subjectOf } from '../../src/answer/subjectOf'
import { passage } from '../fakes/passage'

const customer = (content: string): LiveTurn => ({ role: 'customer', content })
const bot = (content: string): LiveTurn => ({ role: 'bot', content })
const agent = (content: string): LiveTurn => ({ role: 'agent', content })

describe('what a colleague is told of a live conversation', () => {
  it.each([
    [[customer('Where is my parcel?')], 'calm', 'unknown'],
    [
      [customer('Where is my parcel?'), bot('On its way.'), customer('This is ridiculous and useless!!')],
      'angry',
      'worse',
    ],
    [
      [customer('I am furious, you are useless'), agent('I am sorry.'), customer('Thanks, that helps.')],
      'calm',
      'better',
    ],
    [[customer('Where is it?'), bot('Soon.'), customer('And when is soon?')], 'calm', 'same'],
    [[customer('Awful service'), customer('Hello'), customer('Awful, I am upset')], 'upset', 'same'],
  ] as const)('%# how they feel, and where it goes', (turns, label, change) =>
    expect(sentimentTrend(turns)).toMatchObject({ now: { label }, change }),
  )

  it('what they came for, what they say now, and what they were told; secrets are left out', () => {
    const { text, details } = summarise([
      customer('Hi'),
      customer('My order 1002003 has not come, my card is 4111 1111 1111 1111'),
      bot('It takes three days.'),
      customer('It has been nine days since then'),
      customer('ok'),
    ])
    expect(text).toMatch(
      /came with: “My order 1002003.*Most recently: “It has been nine days.*by the bot: “It takes/,
    )
    expect(text).not.toContain('4111')
    expect(details).toContainEqual({ kind: 'order number', text: expect.stringContaining('1002003') })
    expect(summarise([customer('Hello')]).text).toMatch(/“Hello” Nobody answered yet/)
  })

  it('a wish for a person leaves open what was asked before it', () => {
    const turns = [customer('How long may I return it?'), bot('?'), customer('Put a person on')]
    expect(openQuestions(turns).map(({ question, before }) => [question, before.length])).toEqual([
      ['Put a person on', 2],
      ['How long may I return it?', 0],
    ])
    expect(openQuestions(Array.from({ length: 60 }, (_, at) => customer(`Question ${at}`)))).toHaveLength(3)
    expect(openQuestions([bot('Hello')])).toEqual([])
  })

  it('what a colleague answered is closed, and thanks are no question', () => {
    const asked = [customer('How long may I return it?'), agent('30 days.')]
    expect(openQuestions([...asked, customer('And a gift card?')]).map(({ question }) => question)).toEqual([
      'And a gift card?',
    ])
    const waiting = [
      customer('How long may I return it?'),
      bot('I pass you on.'),
      customer('ok thanks'),
      customer('hello?'),
    ]
    expect(openQuestions(waiting).map(({ question }) => question)).toEqual(['How long may I return it?'])
    expect(openQuestions([customer('hi there'), customer('thank you')])).toEqual([])
  })

  it('a reply has no marks, its steps stand on their own lines, and nobody is told it twice', () => {
    const text = replyTextOf([{ text: 'Refunds take three days.' }, { text: '2. Send the form.' }])
    expect(text).toBe('Refunds take three days.\n2. Send the form.')
    expect(isTold(text, [bot('Refunds take three days. [1]\n2. Send the form. [1]')])).toBe(true)
    expect(isTold(text, [customer(text), agent('Refunds take four days.')])).toBe(false)
  })

  it('a wish for a person is looked up by what it is about', () => {
    expect(subjectOf('I want to speak to a person about my repair', 'speak to a person; x')).toContain(
      'my repair',
    )
    expect(subjectOf('agent', 'agent')).toBe('agent')
  })

  it('in danger the standing steps are never left out for a list in some text', () => {
    const decision = {
      outcome: 'escalated',
      reason: 'sensitive_topic',
      about: 'safety',
      evidence: 'smoke',
      urgency: 'high',
      confidence: null,
    } as const
    const listed = passage({ text: '1. Unplug it.\n2. Send it back.' })
    const procedure = passage({ text: '1. Log incident 7.', audience: 'agent' })
    const steps = (considered: (typeof listed)[]) =>
      nextStepsOf({ decision, considered }).map(({ text }) => text)
    expect(steps([listed])[0]).toContain('anyone is hurt')
    expect(steps([listed])).not.toContain('Unplug it.')
    const calm = { outcome: 'refused', reason: 'no_coverage', confidence: null } as const
    const calmSteps = (text: string) =>
      nextStepsOf({ decision: calm, considered: [passage({ text })] }).map((step) => step.text)
    expect(calmSteps('1. **Unplug** it.')).toEqual(['Unplug it.'])
    expect(calmSteps('- In-ear earphones\n- Razors')).toEqual([])
    expect(steps([listed, procedure])[0]).toBe('Log incident 7.')
    expect(steps([listed, procedure]).length).toBeGreaterThan(1)
  })

  it('steps are those that a procedure lists, in its order', () => {
    expect(stepsIn('First:\n1. Check the order.\n2) Offer a refund.\n- Not a step')).toEqual([
      'Check the order.',
      'Offer a refund.',
    ])
    expect(stepsIn('- Ask\n* Answer\n\nThen wait.')).toEqual(['Ask', 'Answer'])
    expect(stepsIn('There are no steps in 3.5 litres.')).toEqual([])
  })
})
