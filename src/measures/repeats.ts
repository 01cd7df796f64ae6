import { groupBy } from '../groupBy'
import { jaccard, termsOf } from '../answer/terms'
import type { Conversation, MeasuredTurn } from './types'

/** Two questions with this share of words in common ask for the same thing, … */
const SAME_WORDS = 0.5
/** … and with this share where both were answered from one document. */
const SAME_DOCUMENT = 0.25
/** A question with fewer words that count, such as “thanks”, says nothing of what is needed. */
const FEWEST_TERMS = 2

/** How often customers came back: conversations that came after another about the same need, and those that they came after. */
export interface Repeats {
  again: ReadonlySet<string>
  before: ReadonlySet<string>
}

/** @param windowMs how long after the end of one another counts as coming back. Pure. */
export function findRepeats(conversations: readonly Conversation[], windowMs: number): Repeats {
  const again = new Set<string>()
  const before = new Set<string>()
  for (const theirs of byCustomer(conversations)) {
    const needs = theirs.map(needOf)
    for (const [i, later] of needs.entries())
      for (const earlier of needs.slice(0, i))
        if (later.start - earlier.end <= windowMs && isSame(earlier, later)) {
          again.add(later.id)
          before.add(earlier.id)
        }
  }
  return { again, before }
}

/** The conversations of each customer who had several, the oldest first. */
function byCustomer(conversations: readonly Conversation[]): Conversation[][] {
  const known = conversations.filter(({ customer }) => customer).toSorted((a, b) => startOf(a) - startOf(b))
  return [...groupBy(known, ({ customer }) => customer).values()].filter(({ length }) => length > 1)
}

/** What a conversation was about, its questions read once for all that it is compared with. */
interface Need {
  id: string
  start: number
  end: number
  turns: (MeasuredTurn & { terms: ReadonlySet<string> })[]
}

const needOf = (each: Conversation): Need => ({
  id: each.id,
  start: startOf(each),
  end: endOf(each),
  turns: each.turns.map((turn) => ({ ...turn, terms: termsOf(turn.question, turn.locale) })),
})

/** Whether two conversations are about the same need: the same gap, or questions that ask for the same thing. */
const isSame = (a: Need, b: Need): boolean =>
  a.turns.some((one) => b.turns.some((other) => asksTheSame(one, other)))

function asksTheSame(a: Need['turns'][number], b: Need['turns'][number]): boolean {
  if (a.gap !== null && a.gap === b.gap) return true
  if (a.terms.size < FEWEST_TERMS || b.terms.size < FEWEST_TERMS) return false
  const oneDocument = a.citedDocuments.some((id) => b.citedDocuments.includes(id))
  return jaccard(a.terms, b.terms) >= (oneDocument ? SAME_DOCUMENT : SAME_WORDS)
}

export const startOf = ({ turns }: Conversation): number => turns[0]?.at ?? 0
const endOf = ({ turns }: Conversation): number => turns.at(-1)?.at ?? 0
