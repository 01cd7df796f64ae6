import { expect, it } from 'vitest'
import { ownLanguageFirst } from '../../src/retrieval/ownLanguage'

const english = { id: 'en', locale: 'en-GB', score: 0.9 }
const german = { id: 'de', locale: 'de-AT', score: 0.8 }
const weak = { id: 'weak', locale: 'de', score: 0.1 }
const order = (passages: { id: string; locale: string; score: number }[], locale: string) =>
  ownLanguageFirst(passages, locale).map(({ id }) => id)

it('a text in the language of the question comes before a better one in another, unless it is far worse', () => {
  expect(order([english, german, weak], 'de-DE')).toEqual(['de', 'en', 'weak'])
  expect(order([english, german, weak], 'en')).toEqual(['en', 'de', 'weak'])
})

it('where no text is in that language, or all are, nothing changes', () => {
  expect(ownLanguageFirst([english, german], 'fr')).toEqual([english, german])
  expect(ownLanguageFirst([german, weak], 'de')).toEqual([german, weak])
})
