'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { postJson } from '../postJson'
import { isUnderWay, syncNowOf, type SyncNow } from './syncNow'

const POLL_MS = 1_500

/** Starts a sync and follows it, also one that runs already. @param onDone once it has ended. */
export const useSync = ({
  sourceId,
  now,
  onDone,
}: {
  sourceId: string
  now: SyncNow
  onDone: () => void
}): { underWay: boolean; progress: SyncNow; problem: string | null; start: () => Promise<void> } => {
  const [progress, setProgress] = useState(now)
  const [problem, setProblem] = useState<string | null>(null)
  const done = useRef(onDone)
  useEffect(() => {
    done.current = onDone
  })
  const underWay = isUnderWay(progress)
  useEffect(() => {
    if (!underWay) return
    const look = async () => {
      const latest = await readSync(sourceId)
      if (!latest) return
      setProgress(latest)
      if (!isUnderWay(latest)) done.current()
    }
    const timer = setInterval(() => {
      void look()
    }, POLL_MS)
    return () => clearInterval(timer)
  }, [underWay, sourceId])
  const start = useCallback(async () => {
    const posted = await postJson(`/api/v1/sources/${sourceId}/sync`, {})
    setProblem(posted.ok ? null : posted.detail)
    if (posted.ok) setProgress({ state: 'waiting', items: 0, total: null })
  }, [sourceId])
  return { underWay, progress, problem, start }
}

/** Null when it cannot be read just now. */
const readSync = async (sourceId: string): Promise<SyncNow | null> => {
  try {
    const response = await fetch(`/api/sources/${sourceId}?depth=0`)
    return response.ok ? syncNowOf((await response.json()) as Record<string, unknown>) : null
  } catch {
    return null
  }
}
