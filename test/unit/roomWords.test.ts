import { expect, it } from 'vitest'
import { notUsedWords } from '../../src/admin/bots/notUsedWords'

const NOW = Date.parse('2026-11-28T12:00:00Z')

it.each([
  ['2026-11-28T11:42:00Z', 'not used yet'],
  ['2026-10-29T12:00:01Z', 'not used yet'],
  ['2026-10-29T12:00:00Z', 'not used in 30 days'],
])('a key made at %s is %s', (createdOn, words) =>
  expect(notUsedWords({ createdOn, days: 30, now: NOW })).toBe(words),
)
