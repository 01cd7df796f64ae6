'use client'

import { useRefreshing } from '../useRefresh'

const EVERY_MS = 2_000

/** Reads the room again every two seconds while something in it moves and someone looks. */
export const KeepFresh = () => {
  useRefreshing(true, EVERY_MS)
  return null
}
