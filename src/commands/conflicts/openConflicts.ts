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
  const written = new Map(waivers.map(({ conflict, reason }) => [conflict, reason.trim()]))
  const open = conflicts.filter(({ id }) => !saysWhy(written.get(id) ?? ''))
  const [first] = open
  if (!first) return null
  const others = open.length > 1 ? ` (and ${counted(open.length - 1, 'other conflict')})` : ''
  const said = `“${first.theirs.document.title}” says “${first.theirs.fact}” where this text says “${first.ours.fact}”${others}.`
  const tooShort = written.get(first.id)
  return tooShort
    ? `${said} “${tooShort}” does not say why both may stand: write it so that another person can judge it.`
    : `${said} Change one of them, narrow whom or when it is for, or sign with a reason why both may stand.`
}

/** Fewer letters than this are a key that was pressed to get on (“x”, “ok”, “n/a”), in any script. */
const REASON_LETTERS = 8

const saysWhy = (reason: string): boolean => (reason.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= REASON_LETTERS

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
