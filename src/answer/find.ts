import type { Expansion } from '../retrieval/retrieve'
import type { FusedCandidate, RankedPassage } from '../retrieval/types'
import type { Audience, Degradation } from '../vocabulary'
import type { Reading, ReadRequest } from './reader/types'
import type { ReadTurn } from './turn/turnDecision'
import type { Turn } from './types'
import { withinTime, type Budget } from './withinTime'
import { step } from '../tracing/step'

/** What `resolve` needs from outside. Any of these may reject; none may be trusted to answer in time. */
export interface ResolvePorts {
  /** What the turn is, likeliest first, and from where on that decides; absent where nothing reads turns. */
  readTurn?(turn: Turn): Promise<ReadTurn>
  /** Ranked candidates from the index, both legs fused. */
  retrieve(o: SearchRequest): Promise<{
    candidates: FusedCandidate[]
    degraded: Degradation[]
    expansion?: Expansion
    /** In ms; `embed` is null when the question was not embedded. */
    timings?: { embed: number | null; search: number }
  }>
  /** Search by words in the database, for when the store is down. */
  searchWords(o: SearchRequest): Promise<FusedCandidate[]>
  /** The candidates' text from the database, in their order, without what is not in force, not visible or altered. */
  hydrate(
    candidates: FusedCandidate[],
    o: { at: number; audiences: readonly Audience[]; locale?: string },
  ): Promise<RankedPassage[]>
  /** The passages in a better order, best first, when there is something that reads them together with the question. */
  rerank?(question: string, passages: RankedPassage[]): Promise<RankedPassage[]>
  /** Whether there is any text that says what there is no advice on: then what is out of scope is looked up too. */
  mayDecline?(): Promise<boolean>
  /** What a reader makes of question and passages; the words alone are read where there is none, or none in time. */
  read?(request: ReadRequest): Promise<Reading>
  /** Whether it reads sentences, and a follow-up best with what it follows. */
  readsContext?: boolean
  /**
   * Whether text outside this caller's audience or instant, or put aside, would have answered, for the receipt's precise
   * reason.
   * Called on every refusal for lack of knowledge, and must take the same time whatever it finds.
   */
  explainMiss?(o: SearchRequest): Promise<'not_visible' | 'expired' | 'put_aside' | null>
}

export interface SearchRequest {
  question: string
  /** Epoch milliseconds. */
  at: number
  audiences: readonly Audience[]
  limit: number
  /** Of the question; English unless told. */
  locale?: string
  /** Milliseconds for a search of the index. */
  withinMs?: number
}

export type Found =
  | { available: true; passages: RankedPassage[]; degraded: Degradation[]; expansion: Expansion }
  | { available: false; degraded: Degradation[] }

/** Share of the time left that the index may take, so that the fallback still has some. */
const INDEX_SHARE = 0.5
const FALLBACK_SHARE = 0.6
const RERANK_SHARE = 0.5

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
    const { candidates, expansion } = await timed('retrieve', o, () => findCandidates({ ...o, degraded }))
    if (candidates.length === 0) return { available: true, passages: [], degraded, expansion }
    const passages = await timed('hydrate', o, () =>
      step('hydrate', () => withinTime(() => ports.hydrate(candidates, request), budget.left())),
    )
    return { available: true, passages: await reranked({ ...o, passages, degraded }), degraded, expansion }
  } catch {
    timings.failedAfter = budget.spent()
    return { available: false, degraded }
  }
}

/** Reranked while there is time, else as they were fused; no more than were asked for. */
const reranked = async (o: {
  request: SearchRequest
  ports: ResolvePorts
  budget: Budget
  timings: Record<string, number>
  passages: RankedPassage[]
  degraded: Degradation[]
}): Promise<RankedPassage[]> => {
  const { request, ports, budget, passages, degraded } = o
  const { rerank } = ports
  if (!rerank) return passages
  try {
    const better = await timed('rerank', o, () =>
      step('rerank', () =>
        withinTime(() => rerank(request.question, passages), budget.left() * RERANK_SHARE),
      ),
    )
    return better.slice(0, request.limit)
  } catch {
    degraded.push('rerank')
    return passages.slice(0, request.limit)
  }
}

const findCandidates = async (o: {
  request: SearchRequest
  ports: ResolvePorts
  budget: Budget
  timings: Record<string, number>
  degraded: Degradation[]
}): Promise<{ candidates: FusedCandidate[]; expansion: Expansion }> => {
  const { request, ports, budget, degraded } = o
  const withinMs = budget.left() * INDEX_SHARE
  try {
    const found = await withinTime(() => ports.retrieve({ ...request, withinMs }), withinMs)
    const { embed, search } = found.timings ?? {}
    if (typeof embed === 'number') o.timings.embed = embed
    if (search !== undefined) o.timings.search = search
    degraded.push(...found.degraded)
    return { candidates: found.candidates, expansion: found.expansion ?? NOTHING }
  } catch {
    degraded.push('dense')
    const candidates = await step(
      'retrieval database',
      () => withinTime(() => ports.searchWords(request), budget.left() * FALLBACK_SHARE),
      { attributes: { 'gen_ai.operation.name': 'retrieval', 'gen_ai.data_source.id': 'database' } },
    )
    return { candidates, expansion: NOTHING }
  }
}

const NOTHING: Expansion = { corrections: [], synonyms: [] }

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
