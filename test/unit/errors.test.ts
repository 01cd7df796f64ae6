import { describe, expect, it } from 'vitest'
import { sentenceOf, StoreError, VouchError } from '../../src/errors'

/** The classes as another layer of a built server holds them: the same names, other objects. */
const otherCopy = () => {
  class VouchError extends Error {}
  class StoreError extends VouchError {}
  return { VouchError, StoreError }
}

describe('errors across the layers of a built server', () => {
  const other = new (otherCopy().StoreError)('The store does not answer.')

  it('an error of one layer is known by its class in another', () => {
    expect(other instanceof StoreError).toBe(true)
    expect(other instanceof VouchError).toBe(true)
    expect(sentenceOf(new Error('query', { cause: other }))).toBe('The store does not answer.')
  })

  it('an error of another class is not', () => {
    expect(new (otherCopy().VouchError)('x') instanceof StoreError).toBe(false)
    expect(new VouchError('x') instanceof StoreError).toBe(false)
    expect(new Error('x') instanceof VouchError).toBe(false)
    expect({ name: 'VouchError', message: 'x' } instanceof VouchError).toBe(false)
  })
})
