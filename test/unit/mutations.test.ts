import { describe, expect, it } from 'vitest'
import { changedNumber } from '../../src/proofs/mutations/numbers'
import { mutated, mutationsOf } from '../../src/proofs/mutations/mutationsOf'

const changes = (text: string, locale = 'en-GB') =>
  mutationsOf(text, locale).map(({ before, after }) => `${before} → ${after}`)

describe('mutations of a text', () => {
  it('change one number, date, negation or condition each, and nothing else of the text', () => {
    const text = 'Customers may not return goods after 30 days, unless they bought them before 1 March 2026.'
    expect(changes(text)).toEqual([
      'may not → may',
      'after → before',
      '30 → 45',
      'unless → if',
      'before → after',
      '1 → 2',
      'March → June',
      '2026 → 2027',
    ])
    for (const each of mutationsOf(text, 'en-GB')) {
      expect(text.slice(each.start, each.end)).toBe(each.before)
      const other = mutated(text, each)
      expect(other).not.toBe(text)
      expect(other.length).toBe(text.length + each.after.length - each.before.length)
    }
  })

  it('reach headings, items, steps and rows of tables, and say where they stand', () => {
    const text =
      '# Fees\n\n## Cards\n\n- A card costs £5.\n\n| What | Price |\n| --- | --- |\n| Lost card | £12 |\n\n1. Wait 3 days.'
    const found = mutationsOf(text, 'en-GB')
    expect(found.map(({ before }) => before)).toEqual(['5', '12', '3'])
    expect(found[0]!.headings).toEqual(['Fees', 'Cards'])
    expect(text.slice(found[1]!.unit.start, found[1]!.unit.end)).toContain('Lost card')
  })

  it('leave addresses, code and the numbers of a list alone', () => {
    expect(changes('See [the page](https://example.com/2/not) or `if 5`.\n\n1. Call us.\n2. Wait.')).toEqual(
      [],
    )
  })

  it.each([
    [
      'de',
      'Rückgaben sind nicht möglich, wenn mehr als 14 Tage vergangen sind.',
      ['nicht → ', 'wenn → auch wenn nicht', 'mehr als → weniger als', '14 → 21'],
    ],
    [
      'fr',
      'Les retours ne sont pas possibles après 14 jours sans ticket.',
      ['ne sont pas → sont', 'après → avant', '14 → 21', 'sans → avec'],
    ],
    ['es', 'No se aceptan devoluciones después de 14 días.', ['No → ', 'después de → antes de', '14 → 21']],
  ])('speak %s', (locale, text, expected) => {
    expect(changes(text, locale)).toEqual(expected)
  })

  it('keep the form of a number', () => {
    const numbers = ['7', '1,500', '4.99', '09:30', '2026', '0800 123 456']
    expect(numbers.map(changedNumber)).toEqual(['11', '2,250', '6.99', '12:30', '2027', '0800 123 684'])
  })
})
