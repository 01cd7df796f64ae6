import { describe, expect, it } from 'vitest'
import { loweredText, noteMark, raisedText, readRaisedSigns } from '../../ingestion/loaders/superscript'

/** A text with raised parts between ^ and ^, as a loader would read it. */
const read = (marked: string, note = false): string => {
  const parts = marked.split('^')
  return parts.reduce((before, text, i) => {
    if (i % 2 === 0) return before + text
    return before + raisedText({ before, text, after: parts.slice(i + 1).join(''), note })
  }, '')
}

describe('what stands raised', () => {
  it.each([
    ['only $19^99^ a month', 'only $19.99 a month'],
    ['€ 1.299^95^', '€ 1.299,95'],
    ['US$ 1,299^00^', 'US$ 1,299.00'],
    ['19^99^ €', '19.99 €'],
    ['49^90^ EUR', '49.90 EUR'],
    ['CHF 7^50^', 'CHF 7.50'],
    ['$19^.99^', '$19.99'],
    ['£5^00^', '£5.00'],
    ['now 19^99^', 'now 19.99'],
  ])('%s: cents have their decimal sign', (marked, expected) => expect(read(marked)).toBe(expected))

  it.each([
    ['within 14^1^ days', 'within 14⁽¹⁾ days'],
    ['$19.99^12^', '$19.99⁽¹²⁾'],
    ['$19^1^', '$19⁽¹⁾'],
    ['a fee^2^ of 4', 'a fee⁽²⁾ of 4'],
    ['30^[3]^ days', '30⁽³⁾ days'],
    ['30^(a)^ days', '30⁽a⁾ days'],
    ['30^1,2^ days', '30⁽¹,²⁾ days'],
    ['2026^4^', '2026⁽⁴⁾'],
    ['^1^ Working days', '⁽¹⁾ Working days'],
    ['5 %^1^', '5 %⁽¹⁾'],
    ['10^1^ days', '10⁽¹⁾ days'],
    ['10^2^ days', '10⁽²⁾ days'],
    ['plan B^1^', 'plan B⁽¹⁾'],
  ])('%s: a note leaves the number', (marked, expected) => expect(read(marked)).toBe(expected))

  it.each([
    ['40 m^2^', '40 m²'],
    ['12m^3^', '12m³'],
    ['9.81 m/s^2^', '9.81 m/s²'],
    ['200 ft^2^', '200 ft²'],
    ['10^6^ parts', '10⁶ parts'],
    ['3 × 10^-6^', '3 × 10⁻⁶'],
    ['x^2^', 'x²'],
    ['Ca^2+^', 'Ca²⁺'],
  ])('%s: powers and units keep their meaning', (marked, expected) => expect(read(marked)).toBe(expected))

  it.each([
    ['the 1^st^ of May', 'the 1st of May'],
    ['22^nd^', '22nd'],
    ['le 1^er^ mai', 'le 1er mai'],
    ['Vouch^TM^', 'Vouch™'],
    ['M^me^', 'Mme'],
    ['Plan^beta^', 'Plan beta'],
    ['2^1^/2 hours', '2 1/2 hours'],
    ['from 8^00^ – 17^30^ Uhr', 'from 8:00 – 17:30 Uhr'],
    ['9^30^ Uhr', '9:30 Uhr'],
    ['price *^*^', 'price **'],
  ])('%s: words, fractions and times are written out', (marked, expected) =>
    expect(read(marked)).toBe(expected),
  )

  it('a link to a note is a note, whatever it stands after', () => {
    expect(read('40 m^2^', true)).toBe('40 m⁽²⁾')
    expect(read('$19^12^', true)).toBe('$19⁽¹²⁾')
  })

  it('signs that are raised by themselves are read alike, and again without change', () => {
    const text = readRaisedSigns('For $19⁹⁹ within 14¹ days on 40 m² at 10⁶ and 9³⁰ Uhr.')
    expect(text).toBe('For $19.99 within 14⁽¹⁾ days on 40 m² at 10⁶ and 9:30 Uhr.')
    expect(readRaisedSigns(text)).toBe(text)
    expect(readRaisedSigns('¹ Working days')).toBe('⁽¹⁾ Working days')
    expect(readRaisedSigns('40 m² of it', (mark) => mark === '2')).toBe('40 m⁽²⁾ of it')
  })

  it('the mark of a note is known at the start of its block', () => {
    expect([noteMark('1'), noteMark('[2]'), noteMark('³'), noteMark('TM and more')]).toEqual([
      '1',
      '2',
      '3',
      null,
    ])
  })
})

describe('what stands lowered', () => {
  it('keeps its meaning', () => {
    expect(`H${loweredText({ before: 'H', text: '2' })}O`).toBe('H₂O')
    expect(loweredText({ before: 'T', text: 'max' })).toBe('max')
    expect(loweredText({ before: '1/', text: '2' })).toBe('2')
  })
})
