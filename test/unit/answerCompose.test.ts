import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compose } from '../../src/answer/compose'
import { ground } from '../../src/answer/ground'
import { stripMarkdown } from '../../src/answer/markdown'
import { readUnits } from '../../src/answer/units/readUnits'
import { unitsOfPassage } from '../../src/answer/units/placedUnits'
import type { RankedPassage } from '../../src/retrieval/types'
import { passage } from '../fakes/passage'

const release = `# Returns

You have 30 days from delivery to return electronics. Opened software cannot be returned.

Bring with you:

- the **receipt**
- the [original box](https://example.com/box)

| Item | Days |
| --- | --- |
| Laptop | 30 |
| Headphones | 14 |
`

/** What is quoted when a reader finds every unit about as likely, the first ones a little more. */
const quoteAsLikely = (question: string, passages: RankedPassage[]) =>
  compose({
    question,
    passages,
    locale: 'en',
    reading: {
      reader: 'test',
      units: passages.flatMap(unitsOfPassage).map((placed, i) => ({ placed, probability: 0.9 - i / 10 })),
      answered: 0.9,
      span: null,
    },
  })

describe('quoting', () => {
  const quote = (question: string, text = release) =>
    compose({ question, passages: [passage({ text, start: 100, end: 100 + text.length })], locale: 'en' })

  it('quotes the sentence that answers, and cites its exact span of the release', () => {
    const { sentences, citations } = quote('How many days do I have to return electronics?')
    expect(sentences[0]).toEqual({
      text: 'You have 30 days from delivery to return electronics.',
      citations: [1],
    })
    const [first] = citations
    expect(first?.quote).toBe('You have 30 days from delivery to return electronics.')
    expect(release.slice((first?.start ?? 0) - 100, (first?.end ?? 0) - 100)).toBe(first?.quote)
  })

  it('says a row of a table with the names of its columns, without its neighbours, and cites the header row too', () => {
    const { sentences, citations } = quote('headphones?')
    expect(sentences.map(({ text }) => text)).toEqual(['Headphones: days 14'])
    expect(citations.map((citation) => citation.quote)).toEqual(
      expect.arrayContaining(['| Item | Days |', '| Headphones | 14 |']),
    )
  })

  it('shows no Markdown, while the quote keeps it', () => {
    const { sentences, citations } = quote('Must I bring the receipt?')
    expect(sentences.map(({ text }) => text).join(' ')).toContain('the receipt')
    expect(sentences.map(({ text }) => text).join(' ')).not.toContain('**')
    expect(citations.some((citation) => citation.quote.includes('**receipt**'))).toBe(true)
  })

  it('says of a table the row that is named, not the one beside it; of a comparison both', () => {
    const plans = '| Plan | Price a month |\n| --- | --- |\n| Fibre 150 | £29.00 |\n| Fibre 500 | £41.00 |'
    const said = (question: string) => quote(question, plans).sentences.map(({ text }) => text)
    expect(said('How much is Fibre 500?')).toEqual(['Fibre 500: price a month £41.00'])
    expect(said('Which is cheaper, Fibre 150 or Fibre 500?')).toHaveLength(2)
  })

  it('says a row whole that is asked for three of its things, and what it says is grounded', () => {
    const rest = (cells: string[]) => `| ${cells.join(' | ')} |`
    const wide = [
      rest(['', 'Otis 40', 'Otis 60', 'Otis 80', 'Otis 90']),
      rest(['---', '---', '---', '---', '---']),
      rest(['Weight', '1.2 kg', '1.8 kg', '2.1 kg', '2.4 kg']),
    ].join('\n')
    const quotation = quote('What do the Otis 40, the Otis 60 and the Otis 80 weigh?', wide)
    const { sentences } = ground(quotation)
    expect(sentences).toHaveLength(quotation.sentences.length)
    expect(sentences[0]?.text).toContain('2.1 kg')
  })

  it('says of a row that tells of several things what it says of the one that is asked for', () => {
    const lamps =
      '| | Otis 40 | Otis 60 |\n| --- | --- | --- |\n| Weight | 1.2 kg | 1.8 kg |\n| Full charge | 2 hours | 3 hours |\n' +
      '| 10 minutes of charge give | 40 minutes | 30 minutes |'
    const said = (question: string) => ground(quote(question, lamps)).sentences.map(({ text }) => text)
    expect(said('How heavy is the Otis 60, its weight?')).toEqual(['Otis 60 – weight: 1.8 kg'])
    expect(said('How long does the Otis 40 take to charge?')).toEqual(['Otis 40 – Full charge: 2 hours'])
    expect(said('Is the weight of the Otis 60 more than the Otis 40?')).toEqual([
      'Weight: Otis 40 1.2 kg, Otis 60 1.8 kg',
    ])
  })

  it('says a procedure whole and numbered, whichever step was found', () => {
    const steps = '1. Open **Orders**.\n2. Choose the item.\n3. Print the label.'
    expect(quote('Where do I print the label?', steps).sentences.map(({ text }) => text)).toEqual([
      '1. Open Orders.',
      '2. Choose the item.',
      '3. Print the label.',
    ])
  })

  it('says the list that a quoted paragraph ends by leading in to', () => {
    const text = `# Entering your unit

We never enter your unit without telling you a week ahead. Three exceptions exist:

- a fire
- an order of the court
- rent that is two months late
`
    const passages = [passage({ text, end: text.length })]
    const units = passages
      .flatMap(unitsOfPassage)
      .map((placed, i) => ({ placed, probability: i ? 0.05 : 0.9 }))
    const { sentences } = compose({
      question: 'Do you enter my unit without telling me?',
      passages,
      locale: 'en',
      reading: { reader: 'test', units, answered: 0.9, span: null },
    })
    expect(sentences.map((sentence) => sentence.text).join(' ')).toMatch(
      /week ahead.*Three exceptions exist: a fire.*court.*two months late/s,
    )
  })

  it('gives the whole answer of an FAQ', () => {
    const text = 'Yes. Ask at the desk. Bring an identity card.'
    const faq = passage({
      text,
      end: text.length,
      document: { id: 'f', collection: 'faqs', title: 'Can I collect?' },
    })
    const { sentences } = compose({ question: 'can I collect it myself', passages: [faq], locale: 'en' })
    expect(sentences.map((sentence) => sentence.text)).toEqual([
      'Yes.',
      'Ask at the desk.',
      'Bring an identity card.',
    ])
  })

  it('quotes at most five sentences and 700 characters of a policy', () => {
    const text = Array.from({ length: 20 }, (_, i) => `The delivery fee in zone ${i} is ${i} euros.`).join(
      ' ',
    )
    const { sentences } = quote('What is the delivery fee?', text)
    expect(sentences.length).toBeLessThanOrEqual(5)
    expect(sentences.map((sentence) => sentence.text).join(' ').length).toBeLessThanOrEqual(700)
  })

  it('leaves out the same sentence about another product than the one that is named', () => {
    const about = (title: string, days: number, score: number) =>
      passage({
        text: `The ${title} must be serviced after ${days} days of use.`,
        chunkId: title,
        document: { id: title, collection: 'policies', title },
        score,
      })
    const passages = [about('Osprey Winch', 24, 1), about('Merlin Kiln', 23, 0.9)]
    const quoted = (question: string) =>
      compose({ question, passages, locale: 'en' }).sentences.map(({ text }) => text)
    expect(quoted('After how many days of use must the Merlin Kiln be serviced?')).toEqual([
      'The Merlin Kiln must be serviced after 23 days of use.',
    ])
    expect(quoted('After how many days must the Merlin Kiln and the Osprey Winch be serviced?')).toHaveLength(
      2,
    )
  })

  it('does not say twice what two texts say', () => {
    const quoted = (other: string) =>
      quoteAsLikely('When do points expire?', [
        passage({ text: 'Points expire after 18 months without an order.', chunkId: 'a', releaseId: 'a' }),
        passage({ text: other, chunkId: 'b', releaseId: 'b' }),
      ]).sentences.map(({ text }) => text)
    expect(quoted('Without an order points expire after 18 months.')).toHaveLength(1)
    expect(quoted('Points of a closed account expire at once.')).toHaveLength(2)
  })

  it('leaves out asides that ask for more caution than the answer', () => {
    const text = 'Receipts are printed again at the desk.'
    const best = passage({ text, chunkId: 'desk', score: 1 })
    const aside = (more: Partial<RankedPassage>) =>
      passage({
        text: 'Receipts of the bank are printed again by its staff.',
        chunkId: 'bank',
        releaseId: 'bank',
        score: 0.9,
        ...more,
      })
    const quotedWith = (more: Partial<RankedPassage>) =>
      quoteAsLikely('Are receipts printed again?', [best, aside(more)]).sentences.length
    expect(quotedWith({})).toBe(2)
    expect(quotedWith({ riskTier: 'regulated' })).toBe(1)
    expect(quotedWith({ topic: { name: 'Disputes', escalate: true } as RankedPassage['topic'] })).toBe(1)
  })

  it('says nothing about nothing', () => {
    expect(compose({ question: 'Why?', passages: [], locale: 'en' })).toEqual({
      sentences: [],
      citations: [],
    })
  })

  const line = fc.oneof(
    fc.lorem({ mode: 'sentences', maxCount: 3 }),
    fc.lorem({ maxCount: 4 }).map((words) => `- ${words}`),
    fc.lorem({ maxCount: 3 }).map((words) => `## ${words}`),
    fc.lorem({ maxCount: 3 }).map((words) => `| ${words} | **12** |`),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constant(''),
  )
  const markdown = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'))

  it('cites only exact spans, and every grounded sentence has a citation', () => {
    fc.assert(
      fc.property(markdown, fc.lorem({ maxCount: 6 }), fc.nat(500), (text, question, start) => {
        const composed = ground(
          compose({ question, passages: [passage({ text, start, end: start + text.length })], locale: 'en' }),
        )
        const whole = ' '.repeat(start) + text
        for (const citation of composed.citations)
          expect(whole.slice(citation.start, citation.end)).toBe(citation.quote)
        for (const sentence of composed.sentences) {
          expect(sentence.citations.length).toBeGreaterThan(0)
          for (const number of sentence.citations) expect(composed.citations[number - 1]?.number).toBe(number)
        }
      }),
    )
  })

  it('grounds everything that it composes', () => {
    fc.assert(
      fc.property(markdown, fc.lorem({ maxCount: 6 }), (text, question) => {
        const composed = compose({ question, passages: [passage({ text, end: text.length })], locale: 'en' })
        expect(ground(composed).sentences).toHaveLength(composed.sentences.length)
      }),
    )
  })

  it('splits into units that do not overlap and stay inside the text', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        let end = 0
        for (const unit of readUnits(text, 'en')) {
          expect(unit.start).toBeGreaterThanOrEqual(end)
          expect(unit.end).toBeLessThanOrEqual(text.length)
          end = unit.end
        }
      }),
    )
  })
})

describe('grounding', () => {
  const citation = (number: number, quote: string) => ({
    number,
    document: { id: 'd', collection: 'policies' as const, title: 'Returns' },
    version: 1,
    releaseId: 'r',
    chunkId: 'c',
    headingPath: [],
    quote,
    start: 0,
    end: quote.length,
    contentHash: 'sha256:0',
    validFrom: '2026-01-01T00:00:00Z',
  })

  it('drops a sentence that its citation does not support, and the citation with it', () => {
    const grounded = ground({
      sentences: [
        { text: 'You have 60 days.', citations: [1] },
        { text: 'Shipping is free.', citations: [2] },
      ],
      citations: [citation(1, 'You have 30 days.'), citation(2, 'Shipping is **free**.')],
    })
    expect(grounded.sentences).toEqual([{ text: 'Shipping is free.', citations: [1] }])
    expect(grounded.citations.map(({ number, quote }) => ({ number, quote }))).toEqual([
      { number: 1, quote: 'Shipping is **free**.' },
    ])
  })

  it('drops a sentence that cites nothing, or something that is not there', () => {
    expect(
      ground({
        sentences: [
          { text: 'a', citations: [] },
          { text: 'a', citations: [7] },
        ],
        citations: [citation(1, 'a')],
      }).sentences,
    ).toEqual([])
  })
})

describe('taking out Markdown', () => {
  it.each([
    ['## Fees', 'Fees'],
    ['- **Bold** and _soft_ and `code`', 'Bold and soft and code'],
    ['[Terms](https://example.com/a_(b)) apply', 'Terms apply'],
    ['2 * 3 * 4 = 24', '2 * 3 * 4 = 24'],
    ['open_bank_account', 'open_bank_account'],
    ['| a | b |', 'a, b'],
    ['1\\. April', '1. April'],
    ['in euros<br><br>A fee <b>of</b> 5', 'in euros A fee of 5'],
  ])('%s becomes %s', (markdown, text) => {
    expect(stripMarkdown(markdown)).toBe(text)
  })
})
