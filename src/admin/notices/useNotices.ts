'use client'

import { useCallback, useEffect, useState } from 'react'
import type { NotificationList } from '../../http/timeSchemas'
import { postJson } from '../postJson'

const POLL_MS = 60_000
const SHOWN = 20

export interface Notices {
  list: NotificationList | null
  /** What could not be done, in words; null when all went well. */
  problem: string | null
  refresh: () => Promise<void>
  read: (ids: readonly string[] | 'all') => Promise<void>
}

/** The signed-in person's notices, read again every minute while the page is looked at. */
export const useNotices = (): Notices => {
  const [list, setList] = useState<NotificationList | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const refresh = useCallback(async () => {
    const read = await readNotices()
    setProblem(read ? null : 'Notices cannot be read right now. They are asked for again in a minute.')
    if (read) setList(read)
  }, [])
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void refresh()
    }
    look()
    const timer = setInterval(look, POLL_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [refresh])
  const read = useCallback(
    async (ids: readonly string[] | 'all') => {
      const posted = await postJson('/api/v1/notifications/read', ids === 'all' ? { all: true } : { ids })
      if (posted.ok) await refresh()
      else setProblem(posted.detail)
    },
    [refresh],
  )
  return { list, problem, refresh, read }
}

const readNotices = async (): Promise<NotificationList | null> => {
  try {
    const response = await fetch(`/api/v1/notifications?limit=${SHOWN}`)
    return response.ok ? ((await response.json()) as NotificationList) : null
  } catch {
    return null
  }
}
