import type { FusedCandidate, RankedPassage } from '../retrieval/types'
import type { Audience, Degradation } from '../vocabulary'
import { withinTime, type Budget } from './withinTime'

/** What `resolve` needs from outside. Any of these may reject; none may be trusted to answer in time. */
export interface ResolvePorts {
  /** Ranked candidates from the index, both legs fused. */
  retrieve(o: SearchRequest): Promise<{
    candidates: FusedCandidate[]
    degraded: Degradation[]
    /** In ms; `embed` is null when the question was not embedded. */
    timings?: { embed: number | null; search: number }
  }>
  /** Search by words in the database, for when the store is down. */
  searchWords(o: SearchRequest): Promise<FusedCandidate[]>
  /** The candidates' text from the database, in their order, without what is not in force, not visible or altered. */
  hydrate(
    candidates: FusedCandidate[],
    o: { at: number; audiences: readonly Audience[] },
  ): Promise<RankedPassage[]>
  /**
   * Whether text outside this caller's audience or instant would have answered, for the receipt's precise reason.
   * Called on every refusal for lack of knowledge, and must take the same time whatever it finds.
   */
  explainMiss?(o: SearchRequest): Promise<'not_visible' | 'expired' | null>
}

export interface SearchRequest {
  question: string
  /** Epoch milliseconds. */
  at: number
  audiences: readonly Audience[]
  limit: number
  /** Milliseconds for a search of the index. */
  withinMs?: number
}

export type Found =
  | { available: true; passages: RankedPassage[]; degraded: Degradation[] }
  | { available: false; degraded: Degradation[] }

/** Share of the time left that the index may take, so that the fallback still has some. */
const INDEX_SHARE = 0.5
const FALLBACK_SHARE = 0.6

/** Passages for a question, from the index or else by words from the database; never rejects. */
export const findPassages = async (o: {
  request: SearchRequest
  ports: ResolvePorts
  budget: Budget
  timings: Record<string, number>
}): Promise<Found> => {
  const { request, ports, budget, timings } = o
  const degraded: Degradation[] = []
  try {
    const candidates = await timed('retrieve', o, () => findCandidates({ ...o, degraded }))
    if (candidates.length === 0) return { available: true, passages: [], degraded }
    const passages = await timed('hydrate', o, () =>
      withinTime(() => ports.hydrate(candidates, request), budget.left()),
    )
    return { available: true, passages, degraded }
  } catch {
    timings.failedAfter = budget.spent()
    return { available: false, degraded }
  }
}

const findCandidates = async (o: {
  request: SearchRequest
  ports: ResolvePorts
  budget: Budget
  timings: Record<string, number>
  degraded: Degradation[]
}): Promise<FusedCandidate[]> => {
  const { request, ports, budget, degraded } = o
  const withinMs = budget.left() * INDEX_SHARE
  try {
    const found = await withinTime(() => ports.retrieve({ ...request, withinMs }), withinMs)
    const { embed, search } = found.timings ?? {}
    if (typeof embed === 'number') o.timings.embed = embed
    if (search !== undefined) o.timings.search = search
    degraded.push(...found.degraded)
    return found.candidates
  } catch {
    degraded.push('dense')
    return await withinTime(() => ports.searchWords(request), budget.left() * FALLBACK_SHARE)
  }
}

const timed = async <T>(
  stage: string,
  { budget, timings }: { budget: Budget; timings: Record<string, number> },
  run: () => Promise<T>,
): Promise<T> => {
  const before = budget.spent()
  try {
    return await run()
  } finally {
    timings[stage] = budget.spent() - before
  }
}
