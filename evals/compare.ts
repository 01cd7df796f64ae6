import type { CaseRecord } from './caseRecord'
import { signed } from './inWords'
import { pairedDifference, type PairedDifference } from './metrics/pairedDifference'
import type { QuestionRun } from './evalRun'
import { ndcgOf } from './summary/retrieval'
import { VouchError } from '../src/errors'

/** Two runs of one set, question by question. `b` is measured against `a`. */
export interface Comparison {
  set: string
  /** Of the questions in both. */
  won: Change[]
  lost: Change[]
  same: number
  onlyInA: number
  onlyInB: number
  /** The mean of b minus a over the questions in both, by figure. */
  differences: Record<string, PairedDifference | null>
}

/** A question whose decision became better or worse. */
export interface Change {
  id: string
  kind: string
  question: string
  a: string
  b: string
}

/**
 * Which questions the second run decides better or worse than the first, and how much its figures differ. An answerable
 * question is best answered rightly, then not at all, then wrongly; any other is better not answered; no leak is worth
 * anything. @throws {VouchError} when the runs are of different sets.
 */
export const compareRuns = (a: QuestionRun, b: QuestionRun): Comparison => {
  if (a.set !== b.set) throw new VouchError(`These are runs of different sets: ${a.set} and ${b.set}.`)
  const before = new Map(a.records.map((record) => [record.id, record]))
  const pairs = b.records.flatMap((record): Pair[] => {
    const known = before.get(record.id)
    return known ? [{ a: known, b: record }] : []
  })
  const won = pairs.filter((pair) => worthOf(pair.b) > worthOf(pair.a)).map(changeOf)
  const lost = pairs.filter((pair) => worthOf(pair.b) < worthOf(pair.a)).map(changeOf)
  return {
    set: a.set,
    won,
    lost,
    same: pairs.length - won.length - lost.length,
    onlyInA: a.records.length - pairs.length,
    onlyInB: b.records.length - pairs.length,
    differences: Object.fromEntries(
      Object.entries(FIGURES).map(([name, figure]) => [
        name,
        pairedDifference(pairs.map((pair) => ({ a: figure(pair.a), b: figure(pair.b) }))),
      ]),
    ),
  }
}

/** A comparison for a person at a terminal. */
export const comparisonInWords = ({ set, won, lost, same, differences, ...only }: Comparison): string =>
  [
    `${set}: ${won.length} won, ${lost.length} lost, ${same} the same; ${only.onlyInA} only in the first, ${only.onlyInB} only in the second`,
    ...Object.entries(differences).flatMap(([name, paired]) =>
      paired
        ? [
            `  ${name}: ${signed(paired.difference)} (${signed(paired.low)} to ${signed(paired.high)}, of ${paired.questions})`,
          ]
        : [],
    ),
    ...listed('Won', won),
    ...listed('Lost', lost),
  ].join('\n')

const listed = (title: string, changes: readonly Change[]): string[] =>
  changes.length
    ? [
        '',
        title,
        ...changes.map(({ id, kind, question, a, b }) => `  ${id} (${kind}) ${a} → ${b}: ${question}`),
      ]
    : []

interface Pair {
  a: CaseRecord
  b: CaseRecord
}

/** Each null where it does not apply to the question. */
const FIGURES: Record<string, (record: CaseRecord) => number | null> = {
  'ndcg@10': (record) => (record.answerable ? ndcgOf(record, 'fused') : null),
  'answerable, answered rightly': ({ answerable, right }) => (answerable ? share(right === true) : null),
  'answerable, answered wrongly': ({ answerable, right }) => (answerable ? share(right === false) : null),
  'unanswerable, answered': ({ answerable, outcome }) =>
    answerable === false ? share(outcome === 'answered') : null,
  'hand-over, handed over': ({ kind, outcome }) =>
    kind === 'handoff' ? share(outcome === 'escalated') : null,
  grounded: ({ grounded }) => grounded,
  leaks: ({ leaks }) => leaks.length,
}

const share = (is: boolean): number => (is ? 1 : 0)

const worthOf = ({ answerable, right, outcome, kind, leaks }: CaseRecord): number => {
  if (leaks.length > 0) return -2
  if (kind === 'handoff') return share(outcome === 'escalated')
  if (answerable) return right === null ? 0 : right ? 1 : -1
  return outcome === 'answered' ? -1 : 0
}

const changeOf = ({ a, b }: Pair): Change => ({
  id: b.id,
  kind: b.kind,
  question: b.question,
  a: inShort(a),
  b: inShort(b),
})

const inShort = ({ outcome, reason, right, leaks }: CaseRecord): string =>
  [outcome, reason, right === null ? null : right ? 'right' : 'wrong', leaks.length ? 'leak' : null]
    .filter((word) => word !== null)
    .join(', ')
