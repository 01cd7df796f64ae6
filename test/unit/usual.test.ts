import { describe, expect, it } from 'vitest'
import { marginOf, usualOf } from '../../src/retrieval/usual'

describe('what is usual', () => {
  it('is the mean where enough was found', () => {
    expect(usualOf([0.9, 0.5, 0.1], 3)).toBeCloseTo(0.5)
    expect(usualOf([0.9, 0.5, 0.1], 1)).toBeCloseTo(0.5)
  })

  it('of one text alone lies below it, so that it stands out', () => {
    expect(usualOf([0.8], 10)).toBeGreaterThan(0.4)
    expect(usualOf([0.8], 10)).toBeLessThan(0.5)
    expect(usualOf([], 10)).toBe(0)
  })
})

describe('the margin of the first', () => {
  it('is how far it stands above the next four', () => {
    expect(marginOf([1, 0.9, 0.8, 0.7, 0.6, 0])).toBeCloseTo(0.25)
  })

  it('says little where there are few to stand above', () => {
    expect(marginOf([1])).toBeCloseTo(marginOf([1, 0.7, 0.7, 0.7, 0.7]))
    expect(marginOf([1, 0])).toBeLessThan(0.5)
    expect(marginOf([])).toBe(0)
  })
})
