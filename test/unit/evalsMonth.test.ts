import { expect, it } from 'vitest'
import { drawMonth } from '../../evals/month/askings'
import { readCompany } from '../../evals/month/company'
import { pairwise } from '../../evals/month/pairwise'
import { mulberry32 } from '../../scripts/mulberry32'

it('a month is the same for the same seed, has every kind of message, and no wording of the other half', async () => {
  const company = await readCompany()
  expect(company.topics).toHaveLength(60)
  expect(company.topics.filter(({ missing }) => missing)).toHaveLength(12)
  const draw = () => drawMonth({ company, half: 'tuned', questions: 1_500, random: mulberry32(1) })
  const asked = draw()
  expect(draw()).toEqual(asked)
  expect(new Set(asked.flatMap(({ topic }) => topic ?? [])).size).toBe(60)
  expect(new Set(asked.flatMap(({ noise }) => noise ?? [])).size).toBe(company.noise.length)
  const said = new Set(asked.map(({ question }) => question))
  const other = company.topics.flatMap(({ tuned, heldBack }) =>
    heldBack.filter((each) => !tuned.includes(each)),
  )
  expect(other.filter((wording) => said.has(wording))).toEqual([])
})

it('pairwise precision falls where two topics share a gap, recall where one has two', () => {
  const item = (truth: string, group: string) => ({ truth, group })
  expect(pairwise([item('a', '1'), item('a', '1'), item('b', '2')])).toEqual({
    precision: 1,
    recall: 1,
    pairs: 1,
  })
  expect(pairwise([item('a', '1'), item('a', '2')])).toMatchObject({ recall: 0 })
  expect(pairwise([item('a', '1'), item('a', '1'), item('b', '1')]).precision).toBeCloseTo(1 / 3)
})
