import type { Rate } from './types'

/** A share that keeps what it is a share of; null where there is nothing to share. Pure. */
export function rate(count: number, of: number): Rate {
  return { count, of, share: of ? count / of : null }
}

/** Null of nothing. Pure. */
export function average(numbers: readonly number[]): number | null {
  return numbers.length ? numbers.reduce((sum, each) => sum + each, 0) / numbers.length : null
}
