'use client'

import { useAuth } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { NoticeList } from './NoticeList'
import { useNotices } from './useNotices'

/** How many notices wait for this person, and, opened, which. */
export const Bell = () => (useAuth().user ? <OwnBell /> : null)

const OwnBell = () => {
  const notices = useNotices()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      button.current?.focus()
    }
    const onPointer = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', onPointer)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('pointerdown', onPointer)
    }
  }, [open])
  const unread = notices.list?.unread ?? 0
  const shown = unread > 99 ? '99+' : String(unread)
  return (
    <div className="vouch-bell" ref={box}>
      <button
        ref={button}
        type="button"
        className="vouch-bell__button"
        aria-expanded={open}
        aria-controls="vouch-notices"
        aria-label={unread ? `Notices, ${shown} unread` : 'Notices'}
        onClick={() => {
          if (!open) void notices.refresh()
          setOpen(!open)
        }}
      >
        <BellIcon />
        {unread > 0 && (
          <span className="vouch-bell__count" aria-hidden="true">
            {shown}
          </span>
        )}
      </button>
      <div id="vouch-notices" className="vouch-notices" role="region" aria-label="Notices" hidden={!open}>
        {open && <NoticeList notices={notices} />}
      </div>
    </div>
  )
}

const BellIcon = () => (
  <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
    <path d="M10 3a4.5 4.5 0 0 0-4.5 4.5c0 4-1.5 5-1.5 6h12c0-1-1.5-2-1.5-6A4.5 4.5 0 0 0 10 3Z" />
    <path d="M8.2 15.5a1.9 1.9 0 0 0 3.6 0" />
  </svg>
)
