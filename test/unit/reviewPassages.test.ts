import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffTexts } from '../../src/admin/review/diff'
import { piecesOf, placesOf, type Quote } from '../../src/admin/review/passages'
import { foldUnchanged, sectionsOf } from '../../src/admin/review/sections'

const quote = (exact: string, o: Partial<Quote> = {}): Quote => ({
  id: 'c',
  exact,
  prefix: null,
  suffix: null,
  ...o,
})

/** The words that would be marked for a comment. */
const marked = (old: string | null, now: string, about: Quote): string[] => {
  const { blocks } = diffTexts(old, now, 'en')
  const places = placesOf(blocks, [about])
  return piecesOf(blocks, places)
    .flat(2)
    .filter((piece) => piece.about.includes('c'))
    .map(({ text }) => text)
}

describe('the passage of a comment', () => {
  it('is found across white space, changes and link targets, and never in removed words', () => {
    const old = 'Return goods within 14 days.'
    const now = 'Return goods within 30 days. See [terms](https://a.example) first.'
    expect(marked(old, now, quote('goods  within\n30')).join('')).toBe('goods within 30')
    expect(marked(old, now, quote('See terms first.')).join('')).toBe('See terms ‹https://a.example› first.')
    expect(marked(old, now, quote('14 days'))).toEqual([])
  })

  it('is the one with the same surroundings when the words occur more than once', () => {
    const now = 'Within 14 days for phones. Within 14 days for laptops.'
    const second = quote('14 days', { prefix: 'phones. Within ', suffix: ' for laptops' })
    expect(placesOf(diffTexts(null, now, 'en').blocks, [second])).toEqual([{ id: 'c', start: 34, end: 41 }])
  })

  it('goes on through table cells and blocks as it is read', () => {
    const now = '| Goods | Days |\n| --- | --- |\n| Laptop | 30 |\n\nThat is all.'
    expect(marked(null, now, quote('Laptop, 30 That is'))).toEqual(['Laptop', '30', 'That is'])
  })

  it('cuts runs without losing a character, for any passage of any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'bb', 'c-c', '14'), { minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.nat(),
        (words, from, length) => {
          const text = words.join(' ')
          const start = from % words.length
          const about = quote(words.slice(start, start + 1 + (length % words.length)).join(' '))
          const { blocks } = diffTexts(null, text, 'en')
          const pieces = piecesOf(blocks, placesOf(blocks, [about])).flat(2)
          expect(pieces.map((piece) => piece.text).join('')).toBe(text)
          expect(
            pieces
              .filter((piece) => piece.about.length)
              .map((piece) => piece.text)
              .join(''),
          ).toBe(about.exact)
          expect(pieces.filter(({ ends }) => ends.includes('c'))).toHaveLength(1)
        },
      ),
    )
  })
})

describe('the layout of a difference', () => {
  const now = [
    ...Array.from({ length: 9 }, (_, i) => `Paragraph ${i} stands.`),
    '- one\n- two',
    '| a |\n| --- |\n| b |',
    '| c |\n| --- |\n| d |',
  ]

  it('has items as one list and each table for itself', () => {
    const sections = sectionsOf(diffTexts(null, now.join('\n\n'), 'en').blocks)
    expect(sections.slice(9).map(({ kind, blocks }) => [kind, blocks.length])).toEqual([
      ['list', 2],
      ['table', 2],
      ['table', 2],
    ])
  })

  it('folds what did not change, except beside a change, and nothing when nothing changed', () => {
    const changed = now.with(5, 'Paragraph 5 has changed.')
    const parts = foldUnchanged(sectionsOf(diffTexts(now.join('\n\n'), changed.join('\n\n'), 'en').blocks))
    expect(parts.map((part) => ('folded' in part ? part.folded.length : part.section.changed))).toEqual([
      4,
      false,
      true,
      false,
      5,
    ])
    const same = foldUnchanged(sectionsOf(diffTexts(now.join('\n\n'), now.join('\n\n'), 'en').blocks))
    expect(same.every((part) => 'section' in part)).toBe(true)
  })
})
