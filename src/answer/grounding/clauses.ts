import type { Language } from '../../retrieval/analyze'
import { jaccard } from '../terms'
import { markersOf } from './markers'
import { numbersOf } from './numbers'
import { contentOf } from './words'

interface Clause {
  content: Set<string>
  numbers: Set<number>
  negated: boolean
}

/**
 * Whether each clause of `sentence` says what the clause of its evidence says that it is most like: with its numbers, not
 * another clause's, and denied where that is denied. Catches “30 days for shoes, 14 for boots” turned round, which has
 * every word and number of its evidence.
 */
export const clausesAgree = (sentence: string, evidence: string, language: Language): boolean => {
  if (evidence.includes(sentence)) return true
  const grounds = clausesOf(evidence, language)
  return clausesOf(sentence, language).every((clause) => {
    const most = Math.max(...grounds.map((ground) => likeness(clause, ground)))
    const alike = grounds.filter((ground) => likeness(clause, ground) === most)
    return (
      alike.some(({ negated }) => negated === clause.negated) &&
      [...clause.numbers].every((number) => belongs(number, alike) || belongs(number, withNumbers(grounds)))
    )
  })
}

const belongs = (number: number, clauses: readonly Clause[]): boolean =>
  clauses.length > 0 && clauses.every(({ numbers }) => numbers.has(number))

const withNumbers = (clauses: readonly Clause[]): Clause[] =>
  clauses.filter(({ numbers }) => numbers.size > 0)

const likeness = (a: Clause, b: Clause): number => jaccard(a.content, b.content)

const clausesOf = (text: string, language: Language): Clause[] =>
  text
    .split(BREAKS)
    .map((part) => ({
      content: subjectOf(part, language),
      numbers: numbersOf(part),
      negated: markersOf(part, language).has('negation'),
    }))
    .filter(({ content, numbers }) => content.size > 0 || numbers.size > 0)

/** What a clause is about, without what it says of it in small words. */
const subjectOf = (part: string, language: Language): Set<string> =>
  new Set([...contentOf(part, language)].filter((word) => markersOf(word, language).size === 0))

const BREAKS =
  /(?<!\d)[,;:]|[,;:](?!\d)|[.!?]\s+|\s[–—-]\s|(?<![\p{L}\p{N}])(?:and|but|or|und|aber|oder|et|mais|ou|y|pero|o)(?![\p{L}\p{N}])/u
