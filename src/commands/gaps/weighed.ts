import type { Gap } from '../../../payload-types'
import { rankAfter, type Weighed } from '../../gaps/impact'

/** What a gap’s impact is reckoned from; a row from before it was kept counts its askings when it was last seen. */
export function weighedOf(gap: Gap): Weighed & { rank: number } {
  const weighed = { tier: gap.tier ?? 'standard', seen: gap.seen, handovers: gap.handovers ?? 0 } as const
  if (typeof gap.rank === 'number') return { ...weighed, rank: gap.rank }
  const asked = Array.from({ length: Math.max(1, gap.seen) }, () => Date.parse(gap.lastSeenAt))
  return { ...weighed, rank: rankAfter({ before: null, after: weighed, asked }) }
}
