'use client'

import { useNav, usePreferences } from '@payloadcms/ui'
import { useEffect } from 'react'

/** From this width on the rooms and the menu fit beside each other; Payload closes its menu below 1440. */
const FITS = 1200
const NAV_PREFERENCE = 'nav'

/** Opens the menu where there is room for it, unless this person has closed it. */
export const KeepNavOpen = () => {
  const { hydrated, setNavOpen } = useNav()
  const { getPreference } = usePreferences()
  useEffect(() => {
    if (!hydrated || window.innerWidth < FITS) return
    const open = async () => {
      const kept = await getPreference<{ open?: boolean }>(NAV_PREFERENCE)
      if (kept?.open !== false) setNavOpen(true)
    }
    void open()
  }, [hydrated, getPreference, setNavOpen])
  return null
}
