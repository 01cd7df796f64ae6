import { describe, expect, it } from 'vitest'
import { bearingOn } from '../../src/answer/grounding/bearing'
import { groundProposed } from '../../src/answer/grounding/ground'
import type { RankedPassage } from '../../src/retrieval/types'
import { passage } from '../fakes/passage'

/** What a real model's replies come to: `said` with its evidence, or the fault. */
const ground = (
  text: string,
  quotes: { passage: string; quote: string }[],
  o: { passages: RankedPassage[]; question?: string; found?: string[] },
) => {
  const passages = new Map(o.passages.map((each, i) => [`P${i + 1}`, each]))
  const question = o.question ?? ''
  const found = (o.found ?? []).map((quote) => ({ chunkId: o.passages[0]!.chunkId, quote }))
  const { grounded, dropped } = groundProposed([{ text, quotes }], {
    passages,
    question,
    locale: 'en',
    bears: bearingOn({ question, passages: o.passages, found }),
  })
  return grounded[0] ? { said: grounded[0].text, from: grounded[0].evidence[0]?.text } : dropped[0]?.fault
}

const RETURNS = 'You have 30 days from delivery to return electronics.'
const CARD = 'Gift cards **cannot** be returned.'
const returns = passage({
  text: `## Electronics\n\n${RETURNS}\n\n${CARD}`,
  headingPath: ['Electronics'],
})
const parcels = passage({
  chunkId: 'chunk-2',
  document: { id: 'doc-2', collection: 'policies', title: 'Parcels' },
  text: 'A parcel may weigh 20 kg. It is insured up to €500.',
})
const passages = [returns, parcels]
const question = 'How long can I return electronics?'

describe('a quote that a model tells badly is found', () => {
  it.each([
    ['by the title of the document', { passage: 'Returns', quote: RETURNS }],
    ['by the words of the fence', { passage: 'passage P1', quote: RETURNS }],
    ['under the id of another passage', { passage: 'P2', quote: RETURNS }],
    ['with no id', { passage: '', quote: RETURNS }],
    [
      'with the title that was shown above it',
      { passage: 'P1', quote: `Returns > Electronics\n\n${RETURNS}` },
    ],
    ['within quotation marks and dots', { passage: 'P1', quote: `“${RETURNS.slice(0, 40)}…”` }],
    ['as the heading alone', { passage: 'P1', quote: 'Returns > Electronics' }],
    ['as the title alone', { passage: 'P1', quote: 'Returns' }],
    [
      'in words that are not quite its own',
      { passage: 'P1', quote: 'you have thirty days from the delivery to return electronics' },
    ],
  ])('%s', (_, quote) => {
    expect(ground(RETURNS, [quote], { passages, question })).toEqual({ said: RETURNS, from: RETURNS })
  })

  it('and a heading beside a real quote changes nothing', () => {
    const quotes = [
      { passage: 'P1', quote: 'Electronics' },
      { passage: 'P1', quote: RETURNS },
    ]
    expect(ground(RETURNS, quotes, { passages, question })).toMatchObject({ said: RETURNS })
  })

  it.each([
    ['says another number', 'You have 60 days from delivery to return electronics.', 'no_quote'],
    ['says the opposite', 'You do not have 30 days from delivery to return electronics.', 'no_quote'],
    ['says what stands nowhere', 'Laptops are repaired in Hamburg.', 'no_quote'],
  ])('but not for a sentence that %s', (_, text, fault) => {
    expect(ground(text, [{ passage: 'Returns', quote: 'Electronics' }], { passages, question })).toBe(fault)
  })

  it('and a sentence without any quote has no ground', () => {
    expect(ground(RETURNS, [], { passages, question })).toBe('no_quote')
  })
})

describe('a sentence is compared as a customer sees it', () => {
  it.each([
    ['the passage’s own stars', CARD],
    ['a list’s dash', '- Gift cards cannot be returned.'],
    ['a mark of its own', 'Gift cards cannot be returned [P1].'],
    ['a mark of two', 'Gift cards cannot be returned (P1, P2).'],
  ])('without %s', (_, text) => {
    expect(
      ground(text, [{ passage: 'P1', quote: CARD }], { passages, question: 'Can I return gift cards?' }),
    ).toMatchObject({ said: 'Gift cards cannot be returned.' })
  })

  it.each([
    'Noise cancelling on | 34 hours',
    '| Noise cancelling on | 34 hours |',
    '**Noise cancelling on** | 34 hours',
  ])('a row that was copied is said as one: %s', (text) => {
    const table = passage({
      document: { id: 'd', collection: 'policies', title: 'Curlew 700' },
      text: 'Listening time:\n\n| Mode | Time |\n| --- | --- |\n| Noise cancelling on | 34 hours |\n| Noise cancelling off | 48 hours |',
    })
    const quotes = [{ passage: 'P1', quote: 'Noise cancelling on | 34 hours' }]
    const asked = { passages: [table], question: 'How long does it last with noise cancelling on?' }
    expect(ground(text, quotes, asked)).toMatchObject({ said: 'Noise cancelling on: 34 hours' })
    expect(ground(text.replace('34', '48'), quotes, asked)).toMatch(/number|fact/)
  })

  it('and what hides an address is still a fault', () => {
    const text = 'Gift cards [cannot](https://evil.example) be returned.'
    expect(ground(text, [{ passage: 'P1', quote: CARD }], { passages, question: 'gift cards?' })).toBe(
      'not_plain',
    )
  })
})

describe('a name with a number', () => {
  const pan = (title: string, text: string) =>
    passage({ document: { id: 'd', collection: 'policies', title }, text })
  const say = (text: string, on: RankedPassage, asked: string) =>
    ground(text, [{ passage: 'P1', quote: on.text }], { passages: [on], question: asked })

  it.each([
    ['in the title', 'The Curlew 700 costs €40.', pan('Curlew 700', 'It costs €40.'), 'What does it cost?'],
    [
      'in the question, in small letters',
      'The Fell 14 tent weighs 2 kg.',
      pan('Fell tents', 'The Fell tent weighs 2 kg.'),
      'how heavy is the fell 14?',
    ],
  ])('is no fault when it stands %s', (_, text, on, asked) => {
    expect(say(text, on, asked)).toMatchObject({ said: text })
  })

  it.each([
    [
      'when nobody told it',
      'The Curlew 900 costs €40.',
      pan('Curlew 700', 'It costs €40.'),
      'What does it cost?',
    ],
    [
      'when the text speaks of its sibling',
      'The Curlew 700 costs €40.',
      pan('Curlew 500', 'The Curlew 500 costs €40.'),
      'What does the Curlew 700 cost?',
    ],
    [
      'when the number counts something',
      'Within 14 days you can return boots.',
      pan('Boots', 'Within 30 days you can return boots.'),
      'Can I return boots within 14 days?',
    ],
    [
      'when another number stands beside the name',
      'The Curlew 700 costs €50.',
      pan('Curlew 700', 'It costs €40.'),
      'What does it cost?',
    ],
  ])('is one %s', (_, text, on, asked) => {
    expect(say(text, on, asked)).toMatch(/number|fact|name/)
  })
})

describe('a true sentence that does not bear on the question', () => {
  const page = passage({
    document: { id: 'd', collection: 'policies', title: 'Returns of electronics' },
    text: `${RETURNS} Refunds are paid by bank transfer. The warehouse of Northwind stands in Leeds.`,
  })
  const say = (text: string, o: { question?: string; found?: string[] } = {}) =>
    ground(text, [{ passage: 'P1', quote: text }], { passages: [page], question, ...o })

  it('is dropped, although the title of its page is what is asked about', () => {
    expect(say('The warehouse of Northwind stands in Leeds.')).toBe('off_topic')
    expect(say(RETURNS)).toMatchObject({ said: RETURNS })
  })

  it('is said when the answer was found in it, in whatever words the question was put', () => {
    const paid = 'Refunds are paid by bank transfer.'
    const asked = { question: 'How do I get my money back for electronics?', found: [paid] }
    expect(say(paid, asked)).toMatchObject({ said: paid })
  })
})

describe('what stands under a heading that denies it', () => {
  const care = (heading: string) =>
    passage({
      document: { id: 'd', collection: 'policies', title: 'Ottermoor Care' },
      text: `Care covers breakages.\n\n## ${heading}\n\n- Loss and theft\n- Damage done on purpose`,
    })
  const say = (text: string, heading: string) =>
    ground(text, [{ passage: 'P1', quote: 'Loss and theft' }], {
      passages: [care(heading)],
      question: 'Does Care cover loss and theft?',
    })

  it.each(['Not included', 'Exclusions: what is not covered', 'What is not covered?'])(
    '“%s” is never said as if it were so',
    (heading) => {
      expect(say('Loss and theft.', heading)).toBe('meaning')
      expect(say('Care covers loss and theft.', heading)).not.toHaveProperty('said')
    },
  )

  it('is said with its denial', () => {
    expect(say('Loss and theft are not included.', 'Not included')).toMatchObject({
      said: 'Loss and theft are not included.',
    })
  })

  it('a heading that only asks denies nothing', () => {
    const text = 'You may return it with a bank statement.'
    const asked = passage({ text: `## Can I return it without a receipt?\n\n${text}` })
    expect(
      ground(text, [{ passage: 'P1', quote: text }], {
        passages: [asked],
        question: 'return without receipt?',
      }),
    ).toMatchObject({ said: text })
  })
})
