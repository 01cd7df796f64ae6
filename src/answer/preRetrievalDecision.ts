import { acceptsOffer } from './triggers/acceptsOffer'
import { asksAboutBot } from './triggers/aboutBot'
import { injection } from './triggers/injection'
import { outOfScope } from './triggers/outOfScope'
import { firstEscalation } from './triggers/registry'
import { turnDecision, type ReadTurn } from './turn/turnDecision'
import type { AskingBot, Decision, Escalation, Turn } from './types'

/** What the turn's own words decide, before anything is looked up. */
export function decideByPatterns(turn: Turn, bot: Pick<AskingBot, 'next'> = {}): Decision | null {
  const escalation = firstEscalation(turn)
  // Who asks whether this is a person is told, and offered one.
  if (escalation && !(escalation.reason === 'asks_for_person' && asksAboutBot(turn.question)))
    return toAPerson(escalation)
  if (injection(turn.question)) return { outcome: 'refused', reason: 'injection', confidence: null }
  const accepted = acceptsOffer(turn, bot)
  if (accepted) return toAPerson(accepted)
  const talk = outOfScope(turn.question)
  return talk ? { outcome: 'refused', reason: 'out_of_scope', confidence: null, talk } : null
}

/** What a turn that was read decides, where no pattern did. */
export function decideByReading({ found, thresholds }: ReadTurn): Decision | null {
  const decided = turnDecision(found, thresholds)
  if (decided?.kind === 'person') return toAPerson(decided.escalation)
  return decided ? { outcome: 'refused', reason: 'out_of_scope', confidence: null, talk: 'other' } : null
}

const toAPerson = (escalation: Escalation): Decision => ({
  outcome: 'escalated',
  ...escalation,
  confidence: null,
})
