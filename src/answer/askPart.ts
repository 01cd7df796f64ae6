import { mended, type Correction } from '../retrieval/spelling'
import type { RankedPassage } from '../retrieval/types'
import type { Degradation } from '../vocabulary'
import type { Calibration } from './calibration'
import { decide } from './decide'
import type { Features } from './features'
import { findPassages, type ResolvePorts, type SearchRequest } from './find'
import type { Reading, ReadRequest } from './reader/types'
import type { Decision, Searched } from './types'
import { meantBySearch } from './understand/bareSearch'
import { withinTime, type Budget } from './withinTime'
import { step, type Noting } from '../tracing/step'

/** One question of a turn: what was found for it, and what follows. */
export interface AskedPart {
  decision: Decision
  passages: RankedPassage[]
  degraded: Degradation[]
  corrections: readonly Correction[]
  searched?: Searched
  features?: Features
  request: SearchRequest
}

/** Share of the time left that reading may take. */
const READ_SHARE = 0.4

/** Searches, reads and decides one question that stands alone. Never rejects for a dependency. */
export async function askPart(o: {
  request: SearchRequest
  locale: string
  ports: ResolvePorts
  calibration: Calibration
  budget: Budget
  timings: Record<string, number>
}): Promise<AskedPart> {
  const { request, locale, ports, calibration, budget, timings } = o
  const found = await findPassages({ request, ports, budget, timings })
  if (!found.available)
    return {
      decision: { outcome: 'refused', reason: 'unavailable', confidence: null },
      passages: [],
      degraded: found.degraded,
      corrections: [],
      request,
    }
  const { passages, degraded } = found
  const { corrections, synonyms } = found.expansion
  const typed = mended(request.question, corrections)
  const meant = meantBySearch({ question: typed, passages, locale })
  const question = meant?.kind === 'one' ? meant.question : typed
  const before = budget.spent()
  const withinMs = budget.left() * READ_SHARE
  const reading = await step('read', () => readInTime(ports, { question, locale, passages, withinMs }), {
    attributes: { 'vouch.passages': passages.length },
  })
  timings['read'] = budget.spent() - before
  const isLesser = reading ? reading.degraded : ports.read && passages.length > 0
  const missing: Degradation[] = isLesser ? [...degraded, 'reader'] : degraded
  const { decision: decided, features } = step('decide', (noting) => {
    const made = decide({ question, passages, locale, calibration, reading })
    noteConfidence(noting, made.decision)
    return made
  })
  const decision = meant?.kind === 'several' ? askedBack(decided, typed, meant.questions) : decided
  timings['decide'] = budget.spent() - before - timings['read']
  const searched = { question, synonyms: synonyms.flatMap(({ also }) => also) }
  return { decision, passages, degraded: missing, corrections, searched, features, request }
}

/** What cannot be answered as it was typed is asked back, where the texts answer what it may mean. */
const askedBack = (decided: Decision, question: string, options: string[]): Decision =>
  decided.outcome === 'refused'
    ? { outcome: 'clarify', question, options, confidence: decided.confidence ?? 0 }
    : decided

/** By the conventions for generative AI, what an answer is judged by is an evaluation. */
const noteConfidence = ({ event }: Noting, { outcome, confidence }: Decision): void =>
  event('gen_ai.evaluation.result', {
    'gen_ai.evaluation.name': 'confidence',
    'gen_ai.evaluation.score.label': outcome,
    'gen_ai.evaluation.score.value': confidence ?? undefined,
  })

/** What the reader makes of it; nothing where there is none, or none in time. */
export async function readInTime(
  { read }: Pick<ResolvePorts, 'read'>,
  request: ReadRequest,
): Promise<Reading | undefined> {
  if (!read || request.passages.length === 0) return undefined
  return withinTime(() => read(request), request.withinMs).catch(() => undefined)
}
