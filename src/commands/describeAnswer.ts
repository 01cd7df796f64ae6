import { citationsOf } from '../answer/cited'
import type { Generation } from '../answer/generate/types'
import { messageOf } from '../answer/public'
import type { AskingBot, Citation, Decision, Resolution, Turn } from '../answer/types'
import type { Degradation } from '../vocabulary'
import type { Versions } from './decideTurn'

/** An answer as QA reads it: with the precise reason, and by which versions of everything. */
export interface DescribedAnswer {
  outcome: Decision['outcome']
  /** The precise one. */
  reason: string | null
  message: string
  confidence: number | null
  citations: DescribedCitation[]
  degraded: Degradation[]
  /** Which language models took part, by which prompts; null where none did. */
  generation: DescribedGeneration | null
  versions: Versions
}

export type DescribedGeneration = Pick<Generation, 'model' | 'entailment' | 'prompts'>

export type DescribedCitation = Pick<
  Citation,
  'number' | 'document' | 'version' | 'releaseId' | 'chunkId' | 'start' | 'end' | 'quote'
>

export const describeAnswer = ({
  turn,
  resolution: { decision, degraded, generation, escalatedBy },
  versions,
  bot,
}: {
  turn: Turn
  bot: AskingBot
  resolution: Resolution
  versions: Versions
}): DescribedAnswer => ({
  outcome: decision.outcome,
  reason: 'reason' in decision ? decision.reason : null,
  message: messageOf({ decision, question: turn.question, locale: turn.locale, bot, escalatedBy }),
  confidence: decision.confidence,
  citations: citationsOf(decision).map(describeCitation),
  degraded,
  generation: describeGeneration(generation),
  versions,
})

/** What of a generation is compared and shown. */
export const describeGeneration = (generation?: DescribedGeneration | null): DescribedGeneration | null => {
  if (!generation) return null
  const { model, entailment, prompts } = generation
  return { model, entailment, prompts }
}

/** What of a citation is compared and shown. */
export const describeCitation = (citation: DescribedCitation): DescribedCitation => {
  const { number, document, version, releaseId, chunkId, start, end, quote } = citation
  return { number, document, version, releaseId, chunkId, start, end, quote }
}
