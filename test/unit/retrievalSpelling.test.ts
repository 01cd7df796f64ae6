import { describe, expect, it } from 'vitest'
import { analyze, type Language } from '../../src/retrieval/analyze'
import { correctSpelling, type Vocabulary } from '../../src/retrieval/spelling'

/** The vocabulary of an index that holds these texts. */
const vocabularyOf =
  (texts: string[], language: Language = 'en'): Vocabulary =>
  (wanted) => {
    const counts = new Map<string, number>()
    for (const text of texts)
      for (const term of new Set(analyze(text, language))) counts.set(term, (counts.get(term) ?? 0) + 1)
    return Promise.resolve(
      [...counts]
        .filter(([term]) =>
          'among' in wanted ? wanted.among.includes(term) : term.startsWith(wanted.prefix),
        )
        .map(([term, chunks]) => ({ term, chunks })),
    )
  }

const index = vocabularyOf([
  'Deliveries are refunded when the parcel is lost.',
  'A delivery to Ireland takes five days.',
  'Subscriptions are cancelled in the account.',
  'Planning permission. Mettle plates and settled accounts.',
])
const corrected = async (question: string, vocabulary = index, language: Language = 'en') =>
  (await correctSpelling({ question, language, vocabulary })).map(({ word, meant }) => [word, meant])

describe('a slip', () => {
  it.each([
    ['a changed order', 'when is the delivrey', 'delivrey', 'delivery'],
    ['a missing letter', 'where is my parcl', 'parcl', 'parcel'],
    ['a letter too many', 'is it refunnded', 'refunnded', 'refunded'],
    ['a wrong letter', 'a repund for a parcel', 'repund', 'refund'],
    ['two slips in a long word', 'planning perrmassion', 'perrmassion', 'permiss'],
  ])('with %s is mended by a word that the index holds', async (_, question, word, meant) => {
    expect(await corrected(question)).toEqual([[word, meant]])
  })

  it('is mended in the language of the question', async () => {
    const german = vocabularyOf(['Die Kündigung des Vertrags ist kostenlos.'], 'de')
    expect(await corrected('Vertrag und Kündigugn', german, 'de')).toEqual([['kündigugn', 'kündigung']])
  })

  it('is mended in a question that is full of them, where each is near to what the index holds', async () => {
    const shop = vocabularyOf(['We accept American Express.', 'Orders are collected from a shop.'])
    expect(await corrected('do you acept amercan expres', shop)).toEqual([
      ['acept', 'accept'],
      ['amercan', 'american'],
      ['expres', 'express'],
    ])
  })

  it('is not a word that the index holds, however close it is to a commoner one', async () => {
    expect(await corrected('Do you sell mettle plates')).toEqual([])
  })

  it.each([
    ['a name that the index does not know', 'Do you ship to Ireeland'],
    ['a number or a code', 'refund for parcel A1B2C'],
    ['an everyday word that the index happens not to hold', 'refund for my wages and my plans'],
    ['a short word', 'refund my pqr'],
    ['a question in another language', 'wohin mussen wir unsere gebrauchten kessel schicken'],
  ])('is not %s', async (_, question) => {
    expect(await corrected(question)).toEqual([])
  })

  it('of a word too small to be searched by is one too, so that the others are not left for it', async () => {
    const shop = vocabularyOf(['Orders are cancelled before dispatch.'])
    expect(await corrected('cancle order afer dispach', shop)).toEqual([
      ['cancle', 'cancel'],
      ['afer', 'after'],
      ['dispach', 'dispatch'],
    ])
  })

  it('is two words written as one, of which the index holds both', async () => {
    const shop = vocabularyOf(['A gift card lasts.', 'Join your Wi-Fi.', 'Ice cream. Farm land.'])
    expect(await corrected('giftcard', shop)).toEqual([['giftcard', 'gift card']])
    expect(await corrected('join my wifi', shop)).toEqual([['wifi', 'wi fi']])
    expect(await corrected('farm in iceland', shop)).toEqual([])
  })

  it('hardly ever begins a word: another first letter is another word', async () => {
    const shop = vocabularyOf(['It gives a guide.'])
    expect(await corrected('a guide for hives', shop)).toEqual([])
  })

  it('is the commonest of the words that it may be', async () => {
    const vocabulary = vocabularyOf(['a coat', 'a cost', 'its cost'])
    expect(await corrected('coxt', vocabulary)).toEqual([['coxt', 'cost']])
  })
})
