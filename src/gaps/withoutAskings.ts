import { ERASED } from '../vocabulary'

/** A gap after askings of it were erased. */
export interface GapWithout {
  question: string
  wordings: string[]
  /** Whether these words may stay: somebody else used them, or no customer did. */
  keeps: (words: string) => boolean
}

/** Wordings that are kept of one gap. */
const MOST = 24

/**
 * What is left of a gap's words: those of the askings that remain, and its own question where that was not one of the erased.
 * A wording of which nobody can say any more whose it was goes. Pure.
 */
export function withoutAskings(
  gap: { question: string; wordings: readonly string[] },
  { erased, remaining }: { erased: readonly string[]; remaining: readonly string[] },
): GapWithout {
  const left = [...new Set(remaining.filter((each) => each !== ERASED))]
  const ownStays = gap.question !== ERASED && (left.includes(gap.question) || !erased.includes(gap.question))
  const words = new Set([...(ownStays ? [gap.question] : []), ...left])
  return {
    question: ownStays ? gap.question : (left[0] ?? ERASED),
    wordings: [...words].slice(0, MOST),
    keeps: (each) => words.has(each),
  }
}
