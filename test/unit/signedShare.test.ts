import { expect, it } from 'vitest'
import type { AnswerResponse } from '../../src/answer/schema'
import { signedShareHeader, signedShareOf } from '../../src/answer/signedShare'

const citation = (number: number, quote: string, headingPath: string[] = []) => ({
  number,
  quote,
  headingPath,
})
const answered = (
  texts: string[],
  citations: object[],
  { message = texts.join(' '), mode = 'quoted' } = {},
): AnswerResponse =>
  ({
    outcome: 'answered',
    mode,
    message,
    sentences: texts.map((text) => ({ text, citations: [1] })),
    citations,
  }) as unknown as AnswerResponse
const shareOf = (response: AnswerResponse) => signedShareHeader(response)['vouch-signed-share']

it('is the whole of an answer that is nothing but quotations, whatever its marks', () => {
  expect(
    shareOf(
      answered(['Refunds: You have 30 days.'], [citation(1, 'You have **30 days**.', ['Refunds'])], {
        message: 'Refunds: You have 30 days. [1]',
      }),
    ),
  ).toBe('1.000')
})

it('is nothing of a refusal, and nothing of words between quotations', () => {
  const refused = { outcome: 'refused', message: 'I have no approved answer.' } as AnswerResponse
  expect(signedShareOf(refused)).toEqual({ signed: 0, served: 21 })
  const message = 'You have 30 days here. I have no answer to the rest.'
  const { signed, served } = signedShareOf(
    answered(['You have 30 days here.'], [citation(1, 'You have 30 days here.')], { message }),
  )
  expect([signed, served]).toEqual([
    'youhave30dayshere'.length,
    'youhave30dayshereihavenoanswertotherest'.length,
  ])
})

it('counts a row of a table by its cells', () => {
  expect(
    shareOf(
      answered(['Next day: price £5.95'], [citation(1, '| Next day | £5.95 |'), citation(2, '| | Price |')]),
    ),
  ).toBe('0.706')
})

it('counts nothing of what a model only composes of a text’s words', () => {
  const cited = [citation(1, 'We refund the price within ten days of delivery.', ['Price'])]
  expect(shareOf(answered(['The price within days, we deliver.'], cited, { mode: 'generated' }))).toBe(
    '0.000',
  )
  expect(shareOf(answered(['So we refund the price.'], cited, { mode: 'generated' }))).toBe('0.889')
})
