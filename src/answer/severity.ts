import { HANDOVER_CAUSES } from '../vocabulary'
import type { Escalation, SensitiveTopic } from './types'

/** Of these a life, a body or a purse may be at stake now: nothing else in a turn comes before them. */
export const DANGERS: ReadonlySet<SensitiveTopic> = new Set([
  'self_harm',
  'threat',
  'domestic_abuse',
  'medical',
  'safety',
  'fraud',
])

export const isDanger = ({ about }: Pick<Escalation, 'about'>): boolean =>
  about !== undefined && DANGERS.has(about)

/** Between what several things were told by. */
export const EVIDENCE_ENDS = '; '

const rankOf = ({ reason, about }: Escalation): number => HANDOVER_CAUSES.indexOf(about ?? reason)

/**
 * What a turn is handed over as, of all that was found in it: the customer is told what the most urgent needs, the colleague
 * is told of the rest, and it is as urgent as the most urgent of them. Null of none.
 */
export function mostSevere(found: readonly Escalation[]): Escalation | null {
  const ranked = found.toSorted((a, b) => rankOf(a) - rankOf(b))
  const [first, ...rest] = ranked
  if (!first) return null
  const seen = new Set([first.about ?? first.reason])
  const others = rest.filter((each) => {
    const key = each.about ?? each.reason
    return !seen.has(key) && seen.add(key)
  })
  return {
    ...first,
    evidence: [first, ...others].map(({ evidence }) => evidence).join(EVIDENCE_ENDS),
    urgency: ranked.some(({ urgency }) => urgency === 'high') ? 'high' : 'normal',
  }
}
