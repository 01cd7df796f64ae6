import { NavGroup } from '@payloadcms/ui'
import Link from 'next/link'

const ROOMS = [
  { href: '/admin/waiting', label: 'Waiting for me' },
  { href: '/admin/calendar', label: 'Calendar' },
  { href: '/admin/freshness', label: 'Freshness' },
]

/** The rooms that are no list of a collection. */
export const RoomLinks = () => (
  <NavGroup label="Work">
    {ROOMS.map(({ href, label }) => (
      <Link key={href} href={href} className="nav__link">
        <span className="nav__link-label">{label}</span>
      </Link>
    ))}
  </NavGroup>
)
