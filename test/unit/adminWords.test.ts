import { detailOf } from '../../src/admin/postJson'
import { describe, expect, it } from 'vitest'
import { parseReceipt } from '../../src/commands/parseReceipt'
import { parseHandover } from '../../src/commands/parseHandover'
import { whyWords } from '../../src/admin/handovers/whyWords'
import { exactTime, relativeTime } from '../../src/admin/time/relative'
import type { Answer } from '../../payload-types'

const NOW = Date.parse('2026-11-23T12:00:00Z')

describe('times in the admin', () => {
  it('are told by their largest whole unit, before and after now', () => {
    expect(relativeTime('2026-11-23T11:59:40Z', NOW)).toBe('just now')
    expect(relativeTime('2026-11-23T09:00:00Z', NOW)).toBe('3 hours ago')
    expect(relativeTime('2026-11-22T11:00:00Z', NOW)).toBe('yesterday')
    expect(relativeTime('2026-12-05T12:00:00Z', NOW)).toBe('in 12 days')
    expect(relativeTime('2025-11-01T12:00:00Z', NOW)).toBe('last year')
  })

  it('are exact to the second in UTC', () => {
    expect(exactTime('2026-11-23T23:05:09+01:00')).toBe('23 Nov 2026, 22:05:09 UTC')
  })
})

describe('a stored receipt', () => {
  it('is read with what it has, whatever an older one lacks', () => {
    const row = {
      response: { outcome: 'refused', citations: [{ number: 1 }] },
      considered: [
        { chunkId: 'c', releaseId: 'r', version: 2, document: DOCUMENT, score: 0.4 },
        { broken: true },
      ],
      degraded: null,
      timings: { total: 12 },
      versions: { embeddingModel: null },
    } as unknown as Answer
    expect(parseReceipt(row)).toEqual({
      response: { sentences: [], citations: [], options: [] },
      considered: [
        {
          chunkId: 'c',
          releaseId: 'r',
          version: 2,
          document: DOCUMENT,
          headingPath: [],
          text: '',
          contentHash: '',
          score: 0.4,
          dense: null,
          words: null,
          verification: null,
        },
      ],
      searched: null,
      degraded: [],
      timings: { total: 12 },
      features: {},
      messages: [],
      generation: null,
      audiences: null,
      versions: { embeddingModel: null },
    })
  })
})

const DOCUMENT = { id: 'd', collection: 'policies', title: 'Returns' }

describe('why the API refused something', () => {
  it('is told by the fields that are wrong, in words of people, and never points at “errors”', () => {
    const detail = 'Some fields cannot be used; see “errors”.'
    const errors = [
      { pointer: '/networks/0', detail: 'Write an address.' },
      { pointer: '/expiresOn', detail: 'This is over already.' },
      { pointer: '/', detail: 'This takes an object.' },
    ]
    expect(detailOf({ detail, errors })).toBe(
      'Networks: Write an address. Expires on: This is over already. This takes an object.',
    )
    expect([detailOf({ detail: 'No.' }), detailOf(null)]).toEqual(['No.', null])
  })
})

describe('why a conversation came to a person', () => {
  it('names what it is about, and its reason where a hand-over of before tells no more', () => {
    expect(whyWords(parseHandover({ label: 'safety' }), 'sensitive_topic')).toBe('Danger')
    expect(whyWords(parseHandover({ label: 'sensitive_topic' }), 'sensitive_topic')).toBe('Sensitive topic')
    expect(whyWords(parseHandover({ label: 'complaint' }), 'complaint')).toBe('Complaint')
    expect(whyWords(parseHandover({}), 'sensitive_topic')).toBe('Sensitive topic')
    expect(whyWords(parseHandover({ label: 'nonsense' }), 'frustration')).toBe('Frustrated')
  })
})
