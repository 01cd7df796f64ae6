import { withoutPoliteness } from '../answer/understand/politeness'
import type { Decision, Resolution } from '../answer/types'
import type { Reason } from '../vocabulary'

/** Refusals that a text could have prevented. */
export const GAP_REASONS = [
  'no_coverage',
  'insufficient',
  'expired',
  'not_visible',
  'unsupported',
  'conflict',
] as const satisfies readonly Reason[]

/**
 * From here on a question that no text answers is taken to be about nothing of ours. Far lower than where the customer is told so:
 * what people ask of a company is hardly ever read as small talk (on 60 wordings of missing things .16 at most).
 */
const ASIDE = 0.2
/** A whole question is read more surely than a few words, which may be a name and nothing else (at most .07 on the same). */
const ASIDE_OF_SENTENCE = 0.09
const SENTENCE = 5

/** The reason for which a turn opens a gap, or null when no text would have helped. Pure. */
export function gapReasonOf(
  { decision, aside = 0 }: Pick<Resolution, 'decision' | 'aside'>,
  { question, locale = 'en' }: { question: string; locale?: string } = { question: '' },
) {
  const words = withoutPoliteness(question, locale).match(/[\p{L}\p{N}’']+/gu) ?? []
  if (aside >= (words.length >= SENTENCE ? ASIDE_OF_SENTENCE : ASIDE)) return null
  const why = whyOf(decision)
  return GAP_REASONS.find((reason) => reason === why) ?? null
}

const whyOf = (decision: Decision): Reason | null =>
  'missed' in decision ? (decision.missed ?? null) : 'reason' in decision ? decision.reason : null
