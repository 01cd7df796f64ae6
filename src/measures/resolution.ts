import type { Resolver } from '../vocabulary'
import type { Conversation } from './types'

/**
 * Who resolved a conversation: as it was reported last, else a colleague who ended its hand-over as resolved. `nobody`: it
 * was said that it is not resolved. Null: nobody said anything, which is never taken for a success.
 */
export function resolverOf({ report, handovers, turns }: Conversation): Resolver | 'nobody' | null {
  if (report.resolved === false) return 'nobody'
  if (report.resolved) {
    if (report.resolvedBy) return report.resolvedBy
    return turns.some(({ outcome }) => outcome === 'escalated') ? 'person' : 'bot'
  }
  return handovers.some(({ state }) => state === 'resolved') ? 'person' : null
}

export const wasEscalated = ({ turns }: Conversation): boolean =>
  turns.some(({ outcome }) => outcome === 'escalated')
