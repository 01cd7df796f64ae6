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
  versions: Versions
}

export type DescribedCitation = Pick<
  Citation,
  'number' | 'document' | 'version' | 'releaseId' | 'chunkId' | 'start' | 'end' | 'quote'
>

export const describeAnswer = ({
  turn,
  resolution: { decision, degraded },
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
  message: messageOf({ decision, question: turn.question, locale: turn.locale, bot }),
  confidence: decision.confidence,
  citations: decision.outcome === 'answered' ? decision.citations.map(describeCitation) : [],
  degraded,
  versions,
})

/** What of a citation is compared and shown. */
export const describeCitation = (citation: DescribedCitation): DescribedCitation => {
  const { number, document, version, releaseId, chunkId, start, end, quote } = citation
  return { number, document, version, releaseId, chunkId, start, end, quote }
}
