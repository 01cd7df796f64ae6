import { StatePill } from '../states/StatePill'
import { SYNC_STATE_WORDS } from '../words'
import type { SyncNow } from './syncNow'

const WORDS: Record<SyncNow['state'], string> = {
  ...SYNC_STATE_WORDS,
  never: 'Never synced',
  waiting: 'Waiting',
  syncing: 'Syncing',
}

/** Where the syncing of a source stands. */
export const SyncPill = ({ now }: { now: SyncNow }) => (
  <StatePill state={now.state === 'waiting' ? 'syncing' : now.state}>{WORDS[now.state]}</StatePill>
)
