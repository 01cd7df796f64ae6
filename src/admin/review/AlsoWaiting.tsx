import type { Payload } from 'payload'
import { readPendingRights } from '../../commands/rights'
import { may } from '../../governance/permissions'
import { refuseConfirming } from '../../governance/rights'
import type { Actor } from '../../governance/types'
import { documentHref } from '../links'
import { StatePill } from '../states/StatePill'
import { Moment } from '../time/Moment'
import { OPEN_GAP_STATES } from '../../vocabulary'

/** Something other than a text that this person is to do. */
interface Errand {
  id: string
  what: string
  title: string
  href: string
  /** ISO 8601. */
  since: string
}

const MOST = 50

/** Gaps that were given to this person, and rights that wait for them as the second person; the oldest first. */
export const readErrands = async (payload: Payload, viewer: Actor): Promise<Errand[]> => {
  const { docs: gaps } = await payload.find({
    collection: 'gaps',
    where: { and: [{ owner: { equals: viewer.id } }, { state: { in: [...OPEN_GAP_STATES] } }] },
    sort: 'createdAt',
    limit: MOST,
    depth: 0,
  })
  const rights = may(viewer, 'confirmRights') ? await readPendingRights(payload) : []
  return [
    ...rights
      .filter((right) => refuseConfirming(viewer, right) === null)
      .map(({ id, title, href, at }) => ({ id, what: 'Confirm', title, href, since: at })),
    ...gaps.map(({ id, question, createdAt }) => ({
      id,
      what: 'Gap',
      title: question,
      href: documentHref('gaps', id),
      since: createdAt,
    })),
  ]
}

/** Below the texts that wait for a person; nothing when there is nothing else. */
export const AlsoWaiting = async ({ payload, viewer }: { payload: Payload; viewer: Actor }) => {
  const errands = await readErrands(payload, viewer)
  if (!errands.length) return null
  return (
    <ul className="vouch-lines" aria-label="Gaps and rights that wait for you">
      {errands.map(({ id, what, title, href, since }) => (
        <li key={id}>
          <StatePill state="in_review">{what}</StatePill>
          <a className="vouch-lines__main" href={href}>
            {title}
          </a>
          <span className="vouch-quiet">
            <Moment at={since} />
          </span>
        </li>
      ))}
    </ul>
  )
}
