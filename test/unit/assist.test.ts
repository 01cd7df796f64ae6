import { describe, expect, it } from 'vitest'
import { openQuestions, sentimentTrend, stepsIn, summarise, type LiveTurn } from '../../src/handover/assist'

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

  it('steps are those that a procedure lists, in its order', () => {
    expect(stepsIn('First:\n1. Check the order.\n2) Offer a refund.\n- Not a step')).toEqual([
      'Check the order.',
      'Offer a refund.',
    ])
    expect(stepsIn('- Ask\n* Answer\n\nThen wait.')).toEqual(['Ask', 'Answer'])
    expect(stepsIn('There are no steps in 3.5 litres.')).toEqual([])
  })
})
