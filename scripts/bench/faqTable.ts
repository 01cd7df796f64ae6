import { seeded, type Random } from './random'

const THINGS =
  'parcel invoice voucher password warranty subscription refund delivery account lamp kettle charger order basket receipt'.split(
    ' ',
  )
const PLACES = 'Leeds Bergen Ghent Porto Gdansk Tartu Graz Lyon Malmo Turin'.split(' ')
const SENTENCES = [
  'You can change it in your account under settings until the evening before.',
  'We send a message as soon as it has left the warehouse, with a link to follow it.',
  'Nothing is charged twice: what was held on your card is given back within a few working days.',
  'If the box was damaged on its way, take a picture of it and write to us before you open it.',
  'Our shop keeps it for you, and a colleague at the desk hands it over against your name.',
  'For business customers the terms in their contract come first.',
  'Please have the number at hand that stands at the top of the confirmation.',
]

/** A table of questions and answers in English words, as a help centre exports it; the n-th asks about thing n. */
export const faqTable = (rows: number): string => {
  const random = seeded(rows)
  const lines = Array.from({ length: rows }, (_, i) => {
    const { question, answer } = faqRow(i, random)
    return [question, answer, THINGS[i % THINGS.length]].map(quoted).join(',')
  })
  return ['question,answer,topic', ...lines, ''].join('\n')
}

/** The question of the n-th row, and what its answer must hold. */
export const askedOf = (i: number): { question: string; holds: string } => ({
  question: `Within how many days is ${nameOf(i)} collected?`,
  holds: `${3 + (i % 90)} days`,
})

const faqRow = (i: number, random: Random) => {
  const { question, holds } = askedOf(i)
  const rest = Array.from({ length: 3 }, () => SENTENCES[random.below(SENTENCES.length)])
  return {
    question,
    answer: [`${nameOf(i, true)} is collected within ${holds}.`, ...rest].join(' '),
  }
}

/** An invented product, so that one row alone answers the question about it. */
const nameOf = (i: number, capital = false): string => {
  const pick = (n: number) => SYLLABLES[n % SYLLABLES.length] ?? ''
  const word = `${pick(i)}${pick(i * 5 + 3)}${pick(i * 7 + 1)}${i}`
  const name = `${word.charAt(0).toUpperCase()}${word.slice(1)}`
  return `${capital ? 'The' : 'the'} ${name} ${THINGS[i % THINGS.length]} of ${PLACES[i % PLACES.length]}`
}

const SYLLABLES = 'bra del flo gim kar lun mos pri sel tru vek zon'.split(' ')

const quoted = (cell: string | undefined) => `"${(cell ?? '').replaceAll('"', '""')}"`
