'use client'

import { useEffect, useState } from 'react'
import type { Found } from '../../commands/search/searchTexts'

const PAUSE_MS = 180

/** Searches when typing pauses; the latest wins. */
export const useSearch = (
  query: string,
): { found: Found[] | null; problem: string | null; searching: boolean } => {
  const [found, setFound] = useState<{ for: string; hits: Found[] } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const wanted = query.trim()
  useEffect(() => {
    if (!wanted) return
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/api/v1/search?q=${encodeURIComponent(wanted)}`, {
          signal: abort.signal,
        })
        const json = (await response.json()) as { data?: Found[]; detail?: string }
        setProblem(response.ok ? null : (json.detail ?? 'It cannot be searched just now. Try again shortly.'))
        if (json.data) setFound({ for: wanted, hits: json.data })
      } catch {
        if (!abort.signal.aborted) setProblem('The server cannot be reached. Check your connection.')
      }
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [wanted])
  return {
    found: wanted ? (found?.hits ?? null) : null,
    problem,
    searching: Boolean(wanted) && found?.for !== wanted,
  }
}
