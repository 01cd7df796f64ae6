import { describe, expect, it } from 'vitest'
import { askedWaitMs } from '../../src/retrieval/embeddings/boundedFetch'

describe('how long a busy server asks to wait', () => {
  it.each<[Record<string, string>, number | null]>([
    [{}, null],
    [{ 'retry-after': '2' }, 2_000],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after-ms': '150', 'retry-after': '2' }, 150],
    [{ 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, null],
  ])('reads %o as %s ms', (headers, ms) => {
    expect(askedWaitMs(new Headers(headers))).toBe(ms)
  })

  it('reads a date to come', () => {
    const wait = askedWaitMs(new Headers({ 'retry-after': new Date(Date.now() + 90_000).toUTCString() }))
    expect(wait).toBeGreaterThan(80_000)
    expect(wait).toBeLessThanOrEqual(90_000)
  })
})
