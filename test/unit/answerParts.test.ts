import { describe, expect, it } from 'vitest'
import { partsOf } from '../../src/answer/understand/parts'

describe('a message that asks several things', () => {
  it.each([
    [
      'I am moving house. Do I pay an exit fee, and what do I do with the router?',
      ['Do I pay an exit fee (I am moving house)', 'what do I do with the router? (I am moving house)'],
    ],
    [
      'Is there some way of paying monthly and what would the interest be over 24 months?',
      ['Is there some way of paying monthly', 'what would the interest be over 24 months?'],
    ],
    [
      "we've ordered a machine, can I move the day and will you take the old one away?",
      [
        "can I move the day (we've ordered a machine)",
        "will you take the old one away? (we've ordered a machine)",
      ],
    ],
  ])('is read in parts, each with what it leans on: %s', (message, parts) => {
    expect(partsOf(message, 'en')).toEqual(parts)
  })

  it.each([
    'Do you deliver to Norway and Sweden?',
    'What is the difference between the Fell 14 and the Fell 16?',
    'My laptop died after 14 months, is it still under guarantee?',
    'Can I return a laptop which I opened, and the bag?',
    'refund??',
  ])('one that asks one thing is whole: %s', (message) => {
    expect(partsOf(message, 'en')).toHaveLength(1)
  })
})
