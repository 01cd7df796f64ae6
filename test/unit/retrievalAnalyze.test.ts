import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyze, languageOf, LANGUAGES } from '../../src/retrieval/analyze'
import { questionTerms } from '../../src/retrieval/questionTerms'

describe('text to search terms', () => {
  it.each([
    ['cancelled', 'Cancelling'],
    ['policies', 'policy'],
    ["customer's", 'customers'],
    ['customer’s', 'CUSTOMER'],
    ['ﬁnance', 'finance'],
  ])('brings %s and %s to one term', (one, other) => {
    expect(analyze(one)).toEqual(analyze(other))
    expect(analyze(one)).toHaveLength(1)
  })

  it('leaves stop words out and keeps numbers, repetitions and order', () => {
    expect(analyze('What is the fee for the 2nd refund, and the refund after that: $30?')).toEqual([
      'fee',
      '2nd',
      'refund',
      'refund',
      '30',
    ])
  })

  it('stems by language', () => {
    expect(analyze('die Versicherungen', 'de')).toEqual(analyze('Versicherung', 'de'))
    expect(analyze("l'assurance des clients", 'fr')).toEqual(analyze('assurances client', 'fr'))
    expect(analyze('las devoluciones', 'es')).toEqual(analyze('devolución', 'es'))
  })

  it('splits scripts that are written without spaces into words', () => {
    expect(analyze('退款政策').length).toBeGreaterThan(1)
  })

  it('yields letters, marks and digits only, whatever is put in', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom(...LANGUAGES),
        (text, language) => {
          expect(analyze(text, language).filter((term) => !/^[\p{L}\p{M}\p{N}]+$/u.test(term))).toEqual([])
        },
      ),
    )
  })

  it('reads 100,000 characters of one word quickly and as nothing', () => {
    expect(analyze('a'.repeat(100_000))).toEqual([])
  })

  it.each([
    ['en', 'en'],
    ['de-AT', 'de'],
    ['FR_ca', 'fr'],
    ['xx', 'en'],
    ['', 'en'],
  ])('analyzes locale "%s" as %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language)
  })
})

describe('the terms of a question', () => {
  it('are distinct, in each language that the index holds', () => {
    expect(questionTerms('Versicherungen, Versicherungen', ['en', 'de'])).toEqual([
      'versicherungen',
      'versicher',
    ])
  })

  it('are bounded however long the question is', () => {
    const question = Array.from({ length: 12_500 }, (_, i) => `word${i}`).join(' ')
    expect(questionTerms(question, LANGUAGES)).toHaveLength(128)
  })
})
