import type { Swap } from '../types'

/** A rule of a lexicon: whole words, in whatever case. */
const rule =
  (kind: Swap['kind']) =>
  (words: string, to: string): Swap => ({
    kind,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'giu'),
    to,
  })

export const negation = rule('negation')
export const condition = rule('condition')
