import { afterAll, describe, expect, it } from 'vitest'
import { analyze, type Language } from '../../src/retrieval/analyze'
import { createDictionary } from '../../src/retrieval/dictionary/dictionary'
import { correctSpelling, type Vocabulary } from '../../src/retrieval/spelling'

const dictionary = createDictionary()
afterAll(() => dictionary.close())

/** The vocabulary of an index that holds these texts. */
const vocabularyOf =
  (texts: string[], language: Language): Vocabulary =>
  (wanted) => {
    const terms = texts.flatMap((text) => analyze(text, language))
    const isWanted = (term: string) =>
      'among' in wanted ? wanted.among.includes(term) : term.startsWith(wanted.prefix)
    return Promise.resolve([...new Set(terms)].filter(isWanted).map((term) => ({ term, chunks: 1 })))
  }

const corrected = async (question: string, texts: string[], language: Language = 'en') =>
  (await correctSpelling({ question, language, vocabulary: vocabularyOf(texts, language), dictionary })).map(
    ({ word, meant }) => `${word} → ${meant}`,
  )

describe('a word that a dictionary knows', () => {
  it.each<[string, string[], Language]>([
    ['is there a raisin in the bread', ['Raising the price of bread.'], 'en'],
    ['is the steak fresh', ['We speak fresh.'], 'en'],
    ['the liner is quilted', ['The line was quitted.'], 'en'],
    ['sind Himbeeren frisch', ['Er ist frisch, die Himbeerin.'], 'de'],
    ['le robinet fuit', ['Un robinet, le fruit.'], 'fr'],
    ['la pinza de la tienda', ['La pieza de la tienda.'], 'es'],
  ])('is never mended: %s', async (question, texts, language) => {
    expect(await corrected(question, texts, language)).toEqual([])
  })

  it('is mended to itself alone where its accents were left out', async () => {
    expect(await corrected('la piece remboursee', ['Une pièce remboursée'], 'fr')).toEqual([])
    expect(await corrected('mi nino', ['Un nido nuevo. Mis cosas.'], 'es')).toEqual([])
  })
})

describe('a slip', () => {
  it.each<[string, string[], Language, string[]]>([
    ['cancle my delivrey', ['Cancel a delivery.'], 'en', ['cancle → cancel', 'delivrey → delivery']],
    ['is the calender free', ['A free calendar.'], 'en', ['calender → calendar']],
    [
      'join my wifi with a giftcard',
      ['Join the Wi-Fi. A gift card.'],
      'en',
      ['wifi → wi fi', 'giftcard → gift card'],
    ],
    ['wann kommt die Liefrung', ['Die Lieferung kommt.'], 'de', ['liefrung → lieferung']],
    ['ma livrasion', ['Une livraison.'], 'fr', ['livrasion → livraison']],
    ['mi paqeute', ['Un paquete.'], 'es', ['paqeute → paquete']],
  ])('is none, and is mended as before: %s', async (question, texts, language, expected) => {
    expect(await corrected(question, texts, language)).toEqual(expected)
  })
})

describe('without dictionaries', () => {
  it('words are mended by how common they are, and it is said once a language', async () => {
    const said: string[] = []
    const none = createDictionary({ root: '/nowhere', noteFailure: (sentence) => said.push(sentence) })
    expect(await none.lookUp(['latex'], 'en')).toBeNull()
    expect(await none.lookUp(['latex'], 'en')).toBeNull()
    expect(said).toEqual([expect.stringContaining('without a dictionary')])
  })
})
