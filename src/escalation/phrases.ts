import type { EscalationLabel, EscalationPolicies, EscalationPolicy } from './policy'

/** Case, accents, punctuation and spaces make no difference; words stay apart. */
export const foldWords = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What of a policy’s own words a message holds; null of none. */
export interface PolicyWords {
  label: EscalationLabel
  /** The phrase, or the message, as the policy has it. */
  always: string | null
  never: string | null
}

/**
 * Which policies decide a message by words of their own: a phrase that stands in it, or a whole message that is the same.
 * Literally, never as a pattern: what was signed is what fires.
 */
export function policyWordsIn(message: string, policies: EscalationPolicies): PolicyWords[] {
  const own = [...policies.values()].flatMap((policy) => foldedOf(policy) ?? [])
  if (own.length === 0) return []
  const folded = foldWords(message)
  return own.flatMap(({ label, always, never, fires, lookalikes }) => {
    const found = {
      label,
      always: fires.get(folded) ?? phraseIn(folded, always),
      never: lookalikes.get(folded) ?? phraseIn(folded, never),
    }
    return found.always || found.never ? [found] : []
  })
}

const phraseIn = (folded: string, phrases: ReadonlyMap<string, string>): string | null => {
  for (const [phrase, written] of phrases) if (` ${folded} `.includes(` ${phrase} `)) return written
  return null
}

interface Folded {
  label: EscalationLabel
  always: ReadonlyMap<string, string>
  never: ReadonlyMap<string, string>
  fires: ReadonlyMap<string, string>
  lookalikes: ReadonlyMap<string, string>
}

const known = new WeakMap<EscalationPolicy, Folded | null>()

/** Folded once for each release; null of a policy that has no words of its own. */
function foldedOf(policy: EscalationPolicy): Folded | null {
  const kept = known.get(policy)
  if (kept !== undefined) return kept
  const { label, always, never, fires, lookalikes } = policy
  const has = [always, never, fires, lookalikes].some((list) => list.length > 0)
  const folded = has
    ? {
        label,
        always: foldAll(always),
        never: foldAll(never),
        fires: foldAll(fires),
        lookalikes: foldAll(lookalikes),
      }
    : null
  known.set(policy, folded)
  return folded
}

const foldAll = (texts: readonly string[]): Map<string, string> =>
  new Map(texts.map((text) => [foldWords(text), text] as const).filter(([folded]) => folded !== ''))
