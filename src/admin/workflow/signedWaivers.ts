import type { ConflictWaiver, TextConflict } from '../../commands/conflicts/conflict'
import type { SignedWaiver } from './types'

/** What a signature let stand, readable: each reason with what it is about. Pure. */
export const signedWaivers = (
  waivers: readonly ConflictWaiver[],
  conflicts: readonly TextConflict[],
): SignedWaiver[] => {
  const words = new Map(
    conflicts.map(({ id, ours, theirs }) => [
      id,
      `“${ours.fact}” here, “${theirs.fact}” in ${theirs.document.title}`,
    ]),
  )
  return waivers.map(({ conflict, reason }) => ({ conflict: words.get(conflict) ?? null, reason }))
}
