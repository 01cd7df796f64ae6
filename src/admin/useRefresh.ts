'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect } from 'react'

/** Draws the page anew, but not while the server cannot be reached: the browser would leave the page for an error. */
export const useRefresh = (): (() => Promise<void>) => {
  const router = useRouter()
  return useCallback(async () => {
    if (document.hidden) return
    const live = await fetch('/api/v1/health/live').catch(() => null)
    if (live?.ok) router.refresh()
  }, [router])
}

/** Draws the page anew every so often, while there is a reason to. */
export const useRefreshing = (active: boolean, everyMs: number): void => {
  const refresh = useRefresh()
  useEffect(() => {
    if (!active) return
    const timer = setInterval(() => void refresh(), everyMs)
    return () => clearInterval(timer)
  }, [active, everyMs, refresh])
}
