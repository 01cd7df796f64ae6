import type { RankedPassage, Reranker } from './types'

/**
 * The passages in the order in which the reranker would read them, each with its score. The fused scores stay where they
 * were, best first, and passages move over them: what reads `score` was tuned on that scale, and rerankers have each
 * their own.
 * @throws {RerankError} when the reranker cannot be asked.
 */
export async function rerank(o: {
  question: string
  passages: readonly RankedPassage[]
  reranker: Reranker
}): Promise<RankedPassage[]> {
  const { question, passages, reranker } = o
  if (passages.length < 2) return [...passages]
  const scores = await reranker.score(question, passages.map(textOf))
  const scale = passages.map(({ score }) => score).toSorted((a, b) => b - a)
  return passages
    .map((passage, i) => ({ passage, rerank: scores[i] ?? 0 }))
    .toSorted((a, b) => b.rerank - a.rerank)
    .map(({ passage, rerank }, i) => Object.assign({}, passage, { rerank, score: scale[i] ?? 0 }))
}

const textOf = ({ document, headingPath, text }: RankedPassage): string =>
  [...new Set([document.title, ...headingPath])].join(' › ') + '\n' + text
