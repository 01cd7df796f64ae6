import { expect, it } from 'vitest'
import { withSentenceLabel } from '../../collections/fields/sentenceLabel'
import { notUsedWords } from '../../src/admin/bots/notUsedWords'

const NOW = Date.parse('2026-11-28T12:00:00Z')

it.each([
  ['2026-11-28T11:42:00Z', 'not used yet'],
  ['2026-10-29T12:00:01Z', 'not used yet'],
  ['2026-10-29T12:00:00Z', 'not used in 30 days'],
])('a key made at %s is %s', (createdOn, words) =>
  expect(notUsedWords({ createdOn, days: 30, now: NOW })).toBe(words),
)

it('a field without a label of its own is named as a sentence begins, however deep it is', () => {
  const named = withSentenceLabel({
    name: 'openingHours',
    type: 'array',
    fields: [
      { type: 'row', fields: [{ name: 'timeZone', type: 'text' }] },
      { name: 'from', type: 'text', label: 'Opens At' },
      { name: 'hidden', type: 'text', label: false },
    ],
  })
  expect(named).toMatchObject({
    label: 'Opening hours',
    fields: [{ fields: [{ label: 'Time zone' }] }, { label: 'Opens At' }, { label: false }],
  })
})
