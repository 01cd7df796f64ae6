import { jaccard, termsOf } from '../answer/terms'
import type { Conversation, MeasuredTurn } from './types'

/** Two questions with this share of words in common ask for the same thing, … */
const SAME_WORDS = 0.5
/** … and with this share where both were answered from one document. */
const SAME_DOCUMENT = 0.25
/** A question with fewer words that count, such as “thanks”, says nothing of what is needed. */
const FEWEST_TERMS = 2

/** Whether two conversations are about the same need: the same gap, or questions that ask for the same thing. Pure. */
export function sameNeed(a: Conversation, b: Conversation): boolean {
  return a.turns.some((one) => b.turns.some((other) => asksTheSame(one, other)))
}

function asksTheSame(a: MeasuredTurn, b: MeasuredTurn): boolean {
  if (a.gap !== null && a.gap === b.gap) return true
  const [mine, theirs] = [termsOf(a.question, a.locale), termsOf(b.question, b.locale)]
  if (mine.size < FEWEST_TERMS || theirs.size < FEWEST_TERMS) return false
  const oneDocument = a.citedDocuments.some((id) => b.citedDocuments.includes(id))
  return jaccard(mine, theirs) >= (oneDocument ? SAME_DOCUMENT : SAME_WORDS)
}

/** How often customers came back: conversations that came after another about the same need, and those that they came after. */
export interface Repeats {
  again: ReadonlySet<string>
  before: ReadonlySet<string>
}

/** @param windowMs how long after the end of one another counts as coming back. Pure. */
export function findRepeats(conversations: readonly Conversation[], windowMs: number): Repeats {
  const again = new Set<string>()
  const before = new Set<string>()
  for (const theirs of byCustomer(conversations).values())
    for (const [i, later] of theirs.entries())
      for (const earlier of theirs.slice(0, i))
        if (startOf(later) - endOf(earlier) <= windowMs && sameNeed(earlier, later)) {
          again.add(later.id)
          before.add(earlier.id)
        }
  return { again, before }
}

/** The oldest first. */
function byCustomer(conversations: readonly Conversation[]): Map<string, Conversation[]> {
  const found = new Map<string, Conversation[]>()
  for (const each of conversations.toSorted((a, b) => startOf(a) - startOf(b)))
    if (each.customer) found.set(each.customer, [...(found.get(each.customer) ?? []), each])
  return found
}

export const startOf = ({ turns }: Conversation): number => turns[0]?.at ?? 0
const endOf = ({ turns }: Conversation): number => turns.at(-1)?.at ?? 0
