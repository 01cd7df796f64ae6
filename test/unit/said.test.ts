import { describe, expect, it } from 'vitest'
import { spanTokens, tokenLine } from '../../src/answer/spanTokens'
import { findSpans } from '../../src/commands/proofs/servedText'

const served = {
  message: 'You may return it within **30 days**. Shipping costs 4.90 €. [1][2]\n1. Pack it. [2]',
  sentences: [
    { text: 'You may return it within **30 days**.', citations: [1] },
    { text: 'Shipping costs 4.90 €.', citations: [2] },
    { text: '1. Pack it.', citations: [2] },
  ],
  options: ['A laptop', 'An [app](https://example.com/a)'],
}
const find = (text: string) => findSpans(served, [tokenLine(spanTokens(text))])[0] ?? null

describe('what was said', () => {
  it.each([
    ['Return it within 30 days', [1]],
    ['return  it — within “30” days', [1]],
    ['30 days. Shipping costs', [1, 2]],
    ['4.90€', [2]],
    ['a laptop', []],
    ['An app', []],
  ])('is found whatever its marks and case: %s', (text, citations) => {
    expect(find(text)?.citations).toEqual(citations)
  })

  it.each([
    'within 3 days',
    'within 0 days',
    'within 130 days',
    '4.9 €',
    '90 €',
    'turn it within',
    'pack it within',
  ])('is not found with another word or number: %s', (text) => expect(find(text)).toBeNull())

  it('keeps a range, a sign and a whole number apart from their parts', () => {
    expect(spanTokens('10–14 days at -5 °C, 1,000.50 $')).toEqual([
      '10-14',
      'days',
      'at',
      '-',
      '5',
      '°',
      'c',
      '1,000.50',
      '$',
    ])
  })

  it('reads scripts that put no space between words by their characters', () => {
    expect(tokenLine(spanTokens('三十日以内に返品できます'))).toContain(tokenLine(spanTokens('日以内に')))
  })
})
