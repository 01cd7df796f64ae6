import { NavGroup } from '@payloadcms/ui'
import type { ServerProps } from 'payload'
import { Suspense } from 'react'
import { may } from '../../governance/permissions'
import { SAID_HREF, WAITING_HREF } from '../links'
import { viewerOf } from '../viewer'
import { RoomLink } from './RoomLink'
import { WaitingCount } from './WaitingCount'

const ROOMS = [
  { href: '/admin/try', label: 'Try it' },
  { href: '/admin/calendar', label: 'Calendar' },
  { href: '/admin/freshness', label: 'Freshness' },
  { href: SAID_HREF, label: 'Said' },
]

/** The rooms that are no list of a collection; agents have theirs in the list of hand-overs. */
export const RoomLinks = ({ payload, user }: ServerProps) => {
  const viewer = viewerOf(user)
  return viewer && may(viewer, 'readRecords') ? <Rooms payload={payload} user={user} /> : null
}

const Rooms = ({ payload, user }: Pick<ServerProps, 'payload' | 'user'>) => (
  <NavGroup label="Work">
    <RoomLink href={WAITING_HREF} label="Waiting for me" also="/admin/review">
      <Suspense fallback={null}>
        <WaitingCount payload={payload} user={user} />
      </Suspense>
    </RoomLink>
    {ROOMS.map(({ href, label }) => (
      <RoomLink key={href} href={href} label={label} />
    ))}
  </NavGroup>
)
