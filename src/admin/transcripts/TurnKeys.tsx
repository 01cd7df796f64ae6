'use client'

import { useMemo } from 'react'
import { useKeys } from '../search/useKeys'

const TURNS = '.vouch-transcript > li'

/** Keys 1 to 5 judge the turn that has the focus, else the first that this person has not judged. */
export const TurnKeys = () => {
  useKeys(
    useMemo(() => Object.fromEntries([1, 2, 3, 4, 5].map((key) => [String(key), () => judge(key)])), []),
  )
  return null
}

function judge(key: number): void {
  const turn =
    document.activeElement?.closest(TURNS) ??
    document.querySelector(`${TURNS}[data-judged='false']`) ??
    document.querySelector(TURNS)
  turn?.scrollIntoView({ block: 'nearest' })
  turn?.querySelector<HTMLButtonElement>(`[data-verdict='${key}']`)?.click()
}
