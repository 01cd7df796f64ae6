import type { ServerProps } from 'payload'
import { readWaiting } from '../review/readWaiting'
import { readViewer } from '../viewer'

/** Counted no further than this: beyond, the number says nothing that “many” does not. */
const MOST = 99

/** How many texts wait for this person; nothing when none does. */
export const WaitingCount = async ({ payload, user }: Pick<ServerProps, 'payload' | 'user'>) => {
  const viewer = await readViewer(payload, user)
  if (!viewer) return null
  const { waiting, more } = await readWaiting(payload, viewer, MOST)
  if (!waiting.length) return null
  return (
    <span className="vouch-count">
      {Math.min(waiting.length, MOST)}
      {(more || waiting.length > MOST) && '+'}
      <span className="vouch-sr"> waiting</span>
    </span>
  )
}
