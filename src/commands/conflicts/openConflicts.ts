import type { Payload, PayloadRequest } from 'payload'
import type { Release } from '../../../payload-types'
import { counted } from '../../vocabulary'
import type { ConflictWaiver, TextConflict } from './conflict'

/** The conflicts that still are ones: the other text has been neither withdrawn nor replaced since. */
export async function standingConflicts(
  payload: Payload,
  conflicts: readonly TextConflict[],
  req?: PayloadRequest,
): Promise<TextConflict[]> {
  if (conflicts.length === 0) return []
  const { docs } = await payload.find({
    collection: 'releases',
    where: {
      and: [
        { id: { in: [...new Set(conflicts.map(({ theirs }) => theirs.releaseId))] } },
        { withdrawnAt: { exists: false } },
      ],
    },
    depth: 0,
    pagination: false,
    select: { validTo: true },
    ...(req && { req }),
  })
  const now = new Date().toISOString()
  const standing = new Set(
    (docs as Pick<Release, 'id' | 'validTo'>[])
      .filter(({ validTo }) => !validTo || validTo > now)
      .map(({ id }) => id),
  )
  return conflicts.filter(({ theirs }) => standing.has(theirs.releaseId))
}

/** Why a text with conflicts may not be signed; null where each of them is waived with a reason. Pure. */
export function whyInConflict(
  conflicts: readonly TextConflict[],
  waivers: readonly ConflictWaiver[],
): string | null {
  const waived = new Set(waivers.filter(({ reason }) => reason.trim()).map(({ conflict }) => conflict))
  const open = conflicts.filter(({ id }) => !waived.has(id))
  const [first] = open
  if (!first) return null
  const others = open.length > 1 ? ` (and ${counted(open.length - 1, 'other conflict')})` : ''
  return `“${first.theirs.document.title}” says “${first.theirs.fact}” where this text says “${first.ours.fact}”${others}. Change one of them, narrow whom or when it is for, or sign with a reason why both may stand.`
}

/** The waivers that a signature keeps: of conflicts that stand, each once, in the order of their ids. Pure. */
export const waiversKept = (
  conflicts: readonly TextConflict[],
  waivers: readonly ConflictWaiver[],
): ConflictWaiver[] => {
  const standing = new Set(conflicts.map(({ id }) => id))
  const kept = new Map(
    waivers
      .filter(({ conflict }) => standing.has(conflict))
      .map((each) => [each.conflict, each.reason.trim()]),
  )
  return [...kept]
    .map(([conflict, reason]) => ({ conflict, reason }))
    .toSorted((a, b) => a.conflict.localeCompare(b.conflict))
}
