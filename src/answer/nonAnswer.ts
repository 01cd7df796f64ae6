import type { RankedPassage } from '../retrieval/types'
import { NON_ANSWER } from '../vocabulary'
import type { Quotation } from './compose'
import { ground } from './ground'
import type { Decision } from './types'

/**
 * Where what would be said first stands in a text that says that there is no advice on it: a refusal in that text's own words,
 * which cites it. Null where the answer is one.
 */
export function approvedNonAnswer(
  { sentences, citations }: Quotation,
  { passages, confidence }: { passages: readonly RankedPassage[]; confidence: number },
): Decision | null {
  const kinds = new Map(passages.map(({ chunkId, kind }) => [chunkId, kind]))
  const declines = (numbers: readonly number[]) =>
    numbers.every((number) => {
      const cited = citations.find((each) => each.number === number)
      return cited !== undefined && kinds.get(cited.chunkId) === NON_ANSWER
    })
  if (!sentences[0] || !declines(sentences[0].citations)) return null
  // Nothing of another text stands beside it: a refusal that goes on with an answer is neither.
  const own = ground({ sentences: sentences.filter((each) => declines(each.citations)), citations })
  return { outcome: 'refused', reason: 'not_advised', confidence, ...own }
}
