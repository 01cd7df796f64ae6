import type { SyncState } from '../../vocabulary'

/** Where the syncing of a source stands now, as plain data. */
export interface SyncNow {
  /** never: it was not synced so far. */
  state: SyncState | 'never' | 'waiting' | 'syncing'
  /** While it runs: items looked at, and how many there were last time. */
  items: number
  total: number | null
}

/** @param row a source as Payload gives it. */
export const syncNowOf = (row: Record<string, unknown>): SyncNow => {
  const progress = row['syncProgress'] as { items?: number; total?: number | null } | null | undefined
  const claimed = row['syncClaimEndsAt'] && Date.parse(String(row['syncClaimEndsAt'])) > Date.now()
  const state = claimed
    ? 'syncing'
    : row['syncQueuedAt']
      ? 'waiting'
      : ((row['lastSyncState'] as SyncState | null | undefined) ?? 'never')
  return { state, items: progress?.items ?? 0, total: progress?.total ?? null }
}

export const isUnderWay = ({ state }: SyncNow): boolean => state === 'waiting' || state === 'syncing'
