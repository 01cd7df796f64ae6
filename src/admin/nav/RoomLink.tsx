'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

/** A room in the navigation, marked while one is in it, as Payload marks its lists. */
export const RoomLink = ({
  href,
  label,
  also,
  children,
}: {
  href: string
  label: string
  /** Pages below this address belong to the room too. */
  also?: string
  children?: React.ReactNode
}) => {
  const path = usePathname()
  const here = [href, ...(also ? [also] : [])].some((start) => path === start || path.startsWith(`${start}/`))
  return (
    <Link
      href={href}
      prefetch={false}
      className={`nav__link${here ? ' active' : ''}`}
      aria-current={path === href ? 'page' : undefined}
    >
      {here && <div className="nav__link-indicator" />}
      <span className="nav__link-label">{label}</span>
      {children}
    </Link>
  )
}
