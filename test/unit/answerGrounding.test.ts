import { describe, expect, it } from 'vitest'
import type { Fault } from '../../src/answer/grounding/check'
import { cite } from '../../src/answer/grounding/cite'
import { findQuote } from '../../src/answer/grounding/fold'
import { groundProposed } from '../../src/answer/grounding/ground'
import { numbersOf } from '../../src/answer/grounding/numbers'
import type { RankedPassage } from '../../src/retrieval/types'
import { passage } from '../fakes/passage'

const judge = (
  text: string,
  given: string | RankedPassage,
  o: { quotes?: string[]; locale?: string } = {},
): Fault | 'said' => {
  const cited = typeof given === 'string' ? passage({ text: given }) : given
  const { grounded, dropped } = groundProposed(
    [{ text, quotes: (o.quotes ?? [cited.text]).map((quote) => ({ passage: 'P1', quote })) }],
    { passages: new Map([['P1', cited]]), question: '', locale: o.locale ?? cited.locale },
  )
  return grounded.length === 1 ? 'said' : (dropped[0]?.fault ?? 'said')
}

const RETURNS = 'You have 30 days from delivery to return electronics.'
const SOFTWARE = 'Opened software cannot be returned, but unopened software can be returned within 30 days.'
const TWO = 'You have 30 days to return boots and 14 days to return shoes.'

describe('a sentence that says what its evidence says is kept', () => {
  it.each<[string, string | RankedPassage, string?]>([
    ['You can return electronics within 30 days of delivery.', RETURNS],
    ['Electronics can be returned within 30 days of delivery.', RETURNS],
    ['You have 30 days to return boots, and 14 days for shoes.', TWO],
    ['You have 14 days to return shoes.', TWO],
    ['Unopened software can be returned within 30 days.', SOFTWARE.replace('cannot', 'can')],
    ['Opened software cannot be returned.', 'Opened software cannot be returned.'],
    [
      'You cannot return software if the seal is broken.',
      'If the seal is broken, you cannot return software.',
    ],
    ['Delivery costs €5 for orders below €50.', 'Delivery costs **€5** for orders below €50.00.'],
    ['A refund takes up to 5 business days.', 'A refund takes up to five business days.'],
    [
      'Wir erstatten den Betrag innerhalb von 5 Tagen.',
      passage({ text: 'Den Betrag erstatten wir innerhalb von 5 Tagen.', locale: 'de' }),
    ],
    [
      'Vous avez 30 jours pour retourner un appareil.',
      passage({ text: 'Vous avez 30 jours pour retourner votre appareil.', locale: 'fr' }),
    ],
    [
      'Tiene 30 días para devolver el artículo.',
      passage({ text: 'Usted tiene 30 días para devolver un artículo.', locale: 'es' }),
    ],
    [
      'Delivery to Ireland is €7.',
      passage({
        document: { id: 'd', collection: 'policies', title: 'Delivery' },
        text: 'Delivery:\n\n| Country | Price |\n| --- | --- |\n| Ireland | €7 |\n| France | €9 |',
      }),
      'Ireland | €7',
    ],
  ])('%s', (sentence, text, quote) => {
    expect(judge(sentence, text, quote ? { quotes: [quote] } : {})).toBe('said')
  })
})

describe('a sentence that says anything else is dropped', () => {
  it.each<[string, string, string, Fault, string[]?]>([
    ['a changed number', RETURNS, 'You have 60 days from delivery to return electronics.', 'number'],
    [
      'a changed number in words',
      RETURNS,
      'You have sixty days from delivery to return electronics.',
      'number',
    ],
    ['a changed unit', RETURNS, 'You have 30 weeks from delivery to return electronics.', 'fact'],
    [
      'business days for days',
      RETURNS,
      'You have 30 business days from delivery to return electronics.',
      'fact',
    ],
    ['another currency', 'Delivery costs €5.', 'Delivery costs $5.', 'fact'],
    ['a decimal moved', 'The fee is 1.5%.', 'The fee is 15%.', 'number'],
    ['a changed date', 'The sale ends on 30 November 2026.', 'The sale ends on 30 December 2026.', 'words'],
    ['a changed day', 'The sale ends on 30 November 2026.', 'The sale ends on 29 November 2026.', 'number'],
    ['a changed name', 'Parcels go by Magpie Post.', 'Parcels go by Raven Post.', 'words'],
    ['an acronym that is a stop word', 'We deliver to the UK.', 'We deliver to the US.', 'name'],
    ['a not left out', 'Opened software cannot be returned.', 'Opened software can be returned.', 'meaning'],
    [
      'a not left out by a quote that begins after it',
      'Gift cards can not be returned for money.',
      'Gift cards can be returned for money.',
      'meaning',
      ['be returned for money'],
    ],
    ['a not put in', RETURNS, 'You do not have 30 days from delivery to return electronics.', 'meaning'],
    ['a not moved', SOFTWARE, 'Unopened software cannot be returned.', 'clauses'],
    ['an exception left out', 'Returns are free, except for furniture.', 'Returns are free.', 'meaning'],
    [
      'a condition left out',
      'If the seal is intact, you can return software.',
      'You can return software.',
      'meaning',
    ],
    ['only left out', 'Only members can return shoes.', 'Members can return shoes.', 'meaning'],
    ['at most made at least', 'You can return up to 5 items.', 'You can return at least 5 items.', 'meaning'],
    ['before made after', 'Cancel before dispatch.', 'Cancel after dispatch.', 'meaning'],
    ['a duty made up', 'You can return shoes.', 'You must return shoes.', 'meaning'],
    ['a duty made a choice', 'You must bring the receipt.', 'You can bring the receipt.', 'meaning'],
    ['some made all', 'Boots can be returned.', 'All boots can be returned.', 'meaning'],
    [
      'two numbers changed about',
      TWO,
      'You have 14 days to return boots and 30 days to return shoes.',
      'clauses',
    ],
    ['one number of another clause', TWO, 'You have 30 days to return shoes.', 'clauses'],
    ['who pays changed about', 'We pay the return postage.', 'You pay the return postage.', 'parties'],
    ['who pays whom changed about', 'We refund you in full.', 'You refund us in full.', 'parties'],
    [
      'a claim beside the evidence',
      RETURNS,
      'You have 30 days from delivery to return electronics for a full refund.',
      'words',
    ],
    [
      'an order to the customer',
      RETURNS,
      'Send your password to return electronics within 30 days.',
      'words',
    ],
    ['a bare yes', RETURNS, 'Yes, you have 30 days from delivery to return electronics.', 'words'],
    [
      'an invented quote',
      RETURNS,
      RETURNS,
      'no_quote',
      ['You have 60 days from delivery to return electronics.'],
    ],
    [
      'a quote that cuts a word',
      'This is unable to be returned.',
      'This is able to be returned.',
      'no_quote',
      ['able to be returned'],
    ],
    [
      'a quote of a heading alone',
      '# Free laptops\n\nTerms apply.',
      'Free laptops.',
      'no_quote',
      ['Free laptops'],
    ],
    ['no quote', RETURNS, RETURNS, 'no_quote', []],
    [
      'more quotes than it needs',
      RETURNS,
      RETURNS,
      'no_quote',
      ['30 days', 'You have', 'delivery', 'electronics'],
    ],
    [
      'a link',
      RETURNS,
      'You have [30 days](https://evil.example) from delivery to return electronics.',
      'not_plain',
    ],
    ['HTML', RETURNS, 'You have <b>30 days</b> from delivery to return electronics.', 'not_plain'],
    [
      'an address',
      RETURNS,
      'You have 30 days from delivery to return electronics evil.example.',
      'not_plain',
    ],
    ['an e-mail address', RETURNS, 'You have 30 days to return electronics x@evil.example.', 'not_plain'],
    [
      'Cyrillic letters in a Latin word',
      RETURNS,
      'You have 30 days from delivery to return elеctronics.',
      'not_plain',
    ],
    ['a whole word in Cyrillic', 'You have 30 days.', 'Уоu have 30 days.', 'not_plain'],
    ['full-width digits', RETURNS, 'You have ６０ days from delivery to return electronics.', 'not_plain'],
    ['Arabic digits', RETURNS, 'You have ٦٠ days from delivery to return electronics.', 'not_plain'],
    [
      'invisible characters',
      RETURNS,
      'You have 3\u200B0 days from delivery to return electronics.',
      'not_plain',
    ],
    [
      'a right-to-left override',
      RETURNS,
      'You have \u202E30 days from delivery to return electronics.',
      'not_plain',
    ],
    ['several lines', RETURNS, 'You have 30 days\nfrom delivery to return electronics.', 'not_plain'],
    ['a question', RETURNS, 'You have 30 days from delivery to return electronics?', 'not_plain'],
    ['nothing', RETURNS, '   ', 'not_plain'],
    ['a page', RETURNS, `You have 30 days ${'to return electronics '.repeat(30)}.`, 'not_plain'],
  ])('%s', (_, text, sentence, fault, quotes) => {
    expect(judge(sentence, text, quotes ? { quotes } : {})).toBe(fault)
  })

  it('words of a passage that was not given', () => {
    const quote = 'You have 30 days from delivery to return garden furniture.'
    const { dropped } = groundProposed([{ text: quote, quotes: [{ passage: 'P9', quote }] }], {
      passages: new Map([['P1', passage({ text: RETURNS })]]),
      question: '',
      locale: 'en',
    })
    expect(dropped).toMatchObject([{ text: quote, fault: expect.stringMatching(/no_quote|words/) }])
  })
})

describe('a sentence in another language than its evidence', () => {
  it.each<[string, Fault | 'said']>([
    ['Sie haben 30 Tage ab Lieferung, um Elektronik zurückzugeben.', 'said'],
    ['Sie haben 60 Tage ab Lieferung, um Elektronik zurückzugeben.', 'number'],
    ['Sie haben sechzig Tage ab Lieferung, um Elektronik zurückzugeben.', 'number'],
    ['Sie haben 30 Wochen ab Lieferung, um Elektronik zurückzugeben.', 'fact'],
    ['Sie haben keine 30 Tage, um Elektronik zurückzugeben.', 'meaning'],
    ['Sie müssen Elektronik in 30 Tagen zurückgeben.', 'meaning'],
  ])('%s: %s', (sentence, verdict) => {
    expect(judge(sentence, RETURNS, { locale: 'de' })).toBe(verdict)
  })

  it('is marked as translated, for words cannot be compared', () => {
    const { grounded } = groundProposed(
      [
        {
          text: 'Sie haben 30 Tage ab Lieferung.',
          quotes: [{ passage: 'P1', quote: '30 days from delivery' }],
        },
      ],
      { passages: new Map([['P1', passage({ text: RETURNS })]]), question: '', locale: 'de-AT' },
    )
    expect(grounded).toMatchObject([{ translated: true }])
  })
})

describe('quotes', () => {
  it('are found through Markdown, white space and typographic marks, at exact offsets', () => {
    const text = 'Intro.\n\n- You’ve **30\n  days** from [delivery](https://a.example/x), not “more”.'
    const [span] = findQuote(text, 'You\'ve 30 days from delivery, not "more".')
    expect(text.slice(span?.start, span?.end)).toBe(
      'You’ve **30\n  days** from [delivery](https://a.example/x), not “more”.',
    )
  })

  it('are not found when a letter, a digit or the case differs', () => {
    for (const quote of ['You have 31 days', 'you have 30 days', 'You had 30 days', 'have 3', 'ou have'])
      expect(findQuote(RETURNS, quote)).toEqual([])
  })

  it('are cited as the whole sentences in which they stand, with offsets into the release', () => {
    const text = 'Hello. Gift cards never expire. Ask us.'
    const given = passage({ text, start: 100, end: 100 + text.length })
    const { grounded } = groundProposed(
      [
        {
          text: 'Gift cards never expire.',
          quotes: [
            { passage: 'P1', quote: 'never expire' },
            { passage: 'P1', quote: 'Gift cards' },
          ],
        },
      ],
      { passages: new Map([['P1', given]]), question: '', locale: 'en' },
    )
    expect(cite(grounded)).toMatchObject({
      sentences: [{ text: 'Gift cards never expire.', citations: [1] }],
      citations: [{ number: 1, quote: 'Gift cards never expire.', start: 107, end: 131, chunkId: 'chunk-1' }],
    })
  })
})

it('numbers are values, in digits or words, whatever their separators', () => {
  expect([...numbersOf('1,500 and 1.500 and 2,5 or twenty')].sort((a, b) => a - b)).toEqual([2.5, 20, 1500])
})
