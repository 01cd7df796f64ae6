import { describe, expect, it } from 'vitest'
import { comparedIn } from '../../src/answer/understand/compared'
import { intoOneQuestion } from '../../src/answer/understand/followUp'
import { readThings } from '../../src/answer/understand/readings'

const firstReadings = (message: string) => readThings(message, 'en').map(({ readings }) => readings[0])

describe('a message that asks several things', () => {
  it.each([
    [
      'Do you post to Malta and what would it cost me?',
      ['Do you post to Malta', 'what would it cost me? (Malta)'],
    ],
    [
      "we've ordered a machine, can I move the day and will you take the old one away?",
      ['can I move the day', 'will you take the old one away?'],
    ],
    [
      'How long is a voucher good for, and can I get cash for it?',
      ['How long is a voucher good for', 'can I get cash for it?'],
    ],
  ])('is read in parts, each with what it leans on: %s', (message, parts) => {
    const read = firstReadings(message)
    expect(read).toHaveLength(parts.length)
    parts.forEach((part, i) => expect(read[i]?.startsWith(part), read[i]).toBe(true))
  })

  it.each([
    'Do you deliver to Norway and Sweden?',
    'What is the difference between the Fell 14 and the Fell 16?',
    'Can I return a laptop which I opened, and the bag?',
    'refund??',
  ])('one that asks one thing is whole: %s', (message) => {
    expect(readThings(message, 'en')).toEqual([{ readings: [message], about: '' }])
  })
})

describe('a story round a question', () => {
  it.each([
    [
      'We moved in May, and my brother lost the cable. I was wondering how long the lamp runs on one charge?',
      'how long the lamp runs on one charge?',
      '',
    ],
    [
      'My aunt gave me an Otis 40 for my birthday and I dropped it in the sea. Is it waterproof?',
      'Is it waterproof? (Otis 40)',
      'Otis 40',
    ],
    [
      'They opened on Monday. Could you tell me whether a shop can print a receipt again?',
      'a shop can print a receipt again?',
      '',
    ],
  ])(
    'is left out of what is asked, and its names are what an “it” speaks of: %s',
    (message, first, about) => {
      expect(readThings(message, 'en')[0]).toMatchObject({ readings: expect.arrayContaining([first]), about })
    },
  )

  it('is no question where it only tells when or how something was', () => {
    expect(firstReadings('We saw how narrow the hall is. It is 80 cm. What do you need?')).toHaveLength(1)
  })
})

describe('a short follow-up', () => {
  it.each([
    [
      'How long does a refund take if I paid by PayPal?',
      'And with a credit card?',
      'if I paid by a credit card?',
    ],
    ['What does a parcel cost to Northern Ireland?', 'Ireland?', 'What does a parcel cost to Ireland?'],
    ['How heavy is the Otis 40?', 'what about the Otis 60?', 'How heavy is the Otis 60?'],
    ['How long do I have to return something?', 'and for laptops?', 'How long do I have to return laptops?'],
  ])('takes the place of what it is of the kind of: %s %s', (before, question, whole) => {
    expect(intoOneQuestion({ question, before, locale: 'en' }).endsWith(whole)).toBe(true)
  })

  it('that sets a condition takes nothing away', () => {
    expect(
      intoOneQuestion({
        question: 'and if I order at 10pm?',
        before: 'What does next day cost?',
        locale: 'en',
      }),
    ).toBe('What does next day cost if I order at 10pm?')
  })
})

describe('a comparison', () => {
  it.each([
    ['Which is cheaper, the blue ticket or a day pass?', ['blue ticket', 'day pass']],
    ['Is the Otis 60 heavier than the Otis 40?', ['60', '40']],
    ["what's the difference between Seed and Bloom?", ['seed', 'bloom']],
    ['monthly vs yearly plan', ['month', 'year plan']],
  ])('is read as its two sides: %s', (question, sides) => {
    expect(comparedIn(question, 'en')?.map((side) => [...side].join(' '))).toEqual(sides)
  })

  it.each(['Can I pay by card or cash?', 'Is it 14 or 30 days?', 'Do you sell lamps and chairs?'])(
    'is no list of things: %s',
    (question) => {
      expect(comparedIn(question, 'en')).toBeNull()
    },
  )
})
