import type { CaseRecord } from '../caseRecord'
import { ndcgOf } from '../summary/retrieval'

/** Questions to look at first, under what is wrong with them. */
export interface WorstGroup {
  title: string
  of: number
  records: CaseRecord[]
}

/** Questions shown of each group. */
const SHOWN = 12

/** What to look at first, the worst first; groups without questions are left out. */
export const worstOf = (records: readonly CaseRecord[]): WorstGroup[] => {
  const group = (title: string, is: (record: CaseRecord) => boolean, surest = true): WorstGroup => {
    const found = records
      .filter(is)
      .toSorted((a, b) => ((b.confidence ?? 0) - (a.confidence ?? 0)) * (surest ? 1 : -1))
    return { title, of: found.length, records: found.slice(0, SHOWN) }
  }
  return [
    group('Leaks', ({ leaks }) => leaks.length > 0),
    group(
      'Sentences that their citations do not support',
      ({ grounded }) => grounded !== null && grounded < 1,
    ),
    group(
      'Answered wrongly, the surest first',
      ({ answerable, right }) => answerable === true && right === false,
    ),
    group(
      'Answered although no text answers them, the surest first',
      ({ answerable, outcome }) => answerable === false && outcome === 'answered',
    ),
    group(
      'Not answered although the quotation would be right, the surest first',
      ({ answerable, outcome, wouldBeRight }) =>
        answerable === true && outcome !== 'answered' && wouldBeRight === true,
    ),
    group(
      'Should have been handed over',
      ({ kind, outcome }) => kind === 'handoff' && outcome !== 'escalated',
    ),
    group(
      'The right document is not among the first ten',
      (record) => record.answerable === true && ndcgOf(record, 'fused') === 0,
    ),
  ].filter(({ of }) => of > 0)
}
