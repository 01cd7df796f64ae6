import type { GapWording } from './group'
import { wordsIn } from './names'

/** A gap, and whether it was set aside as the matter of somebody else. */
export interface Sided {
  setAside: boolean
  wordings: readonly Pick<GapWording, 'question'>[]
}

/**
 * Whether a question may belong to a gap at all: one that is ours and one that is set aside are the same only where they name
 * the same thing, which then is ours. “Is Clearpay possible” comes to light again with “Can I pay with Clearpay?”. Pure.
 */
export function mayBelong(
  asked: { isOthers: boolean; foreign: ReadonlySet<string> },
  { setAside, wordings }: Sided,
): boolean {
  if (asked.isOthers === setAside) return true
  return wordings.some(({ question }) => wordsIn(question).some((word) => asked.foreign.has(word)))
}
