import { describe, expect, it } from 'vitest'
import { parseSynonyms, synonymsIn } from '../../src/retrieval/synonyms'

const groups = parseSynonyms([
  'cheque, check, chq',
  ' stop payment ,countermand',
  'alone',
  '',
  'twice, twice',
])

describe('synonyms', () => {
  it('are groups of at least two names, whatever the spaces', () => {
    expect(groups).toEqual([
      ['cheque', 'check', 'chq'],
      ['stop payment', 'countermand'],
    ])
  })

  it.each([
    ['a name in the plural', 'How are cheques cleared?', [['cheque', ['check', 'chq']]]],
    ['the other way round', 'can I pay by chq', [['chq', ['cheque', 'check']]]],
    ['a phrase', 'a stop payment', [['stop payment', ['countermand']]]],
    ['for a phrase', 'How do I countermand?', [['countermand', ['stop payment']]]],
  ])('are found for %s', (_, question, expected) => {
    expect(synonymsIn({ question, groups, language: 'en' }).map(({ asked, also }) => [asked, also])).toEqual(
      expected,
    )
  })

  it('are not found for part of a phrase, nor for names that are all there', () => {
    expect(synonymsIn({ question: 'a payment that stopped', groups, language: 'en' })).toEqual([])
    expect(synonymsIn({ question: 'cheque, check or chq', groups, language: 'en' })).toEqual([])
  })
})
