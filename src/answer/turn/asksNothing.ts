import type { Decision, Turn } from '../types'
import type { LabelProbability } from './classifyTurn'
import type { TurnLabel } from './labels'
import { isNoise } from './noise'
import { ASIDE, share } from './turnDecision'

/** From where on what a turn is taken for decides, once the texts did not answer it: sooner than before they were asked. */
const LIKELY = 0.5

/**
 * What a turn is that the texts did not answer, where it asks nothing that a text could: keyboard noise, abuse, small talk, an
 * attempt to instruct. Null where it is a question that a text could answer.
 * @param found what the turn was read as; null where nothing read it.
 */
export function asksNothing(
  { question }: Pick<Turn, 'question'>,
  found: readonly LabelProbability[] | null,
): Extract<Decision, { outcome: 'refused' }> | null {
  if (isNoise(question)) return { ...ASIDE_REFUSAL, talk: 'unclear' }
  const likely = (is: (label: TurnLabel) => boolean): boolean =>
    found !== null && share(found, ({ label }) => is(label)) >= LIKELY
  if (likely((label) => label === 'injection')) return { ...ASIDE_REFUSAL, reason: 'injection' }
  if (likely((label) => label === 'abuse')) return { ...ASIDE_REFUSAL, talk: 'abuse' }
  const aside = likely((label) => ASIDE.has(label) || label === 'abuse' || label === 'injection')
  return aside ? { ...ASIDE_REFUSAL, talk: 'other' } : null
}

const ASIDE_REFUSAL = { outcome: 'refused', reason: 'out_of_scope', confidence: null } as const
