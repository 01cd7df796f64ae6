import type { WorkingRow } from '../records/workingRow'
import { idOf } from '../records/content'
import type { Release } from '../../payload-types'
import { clockMove, type ClockMove } from '../governance/clock'
import { inForce, windowOf } from '../governance/window'
import { currentRelease } from './governedOf'

/** What decides whether a row lags behind the clock. */
export type ClockRow = Pick<WorkingRow, 'workflowState' | 'version' | 'liveRelease'>
export type ClockRelease = Pick<
  Release,
  'id' | 'documentId' | 'version' | 'sequence' | 'validFrom' | 'validTo' | 'withdrawnAt'
>

export interface ClockDue<R> {
  move: ClockMove
  release: R
}

/**
 * What time has done to a document that its row does not show yet; null for nothing. Pure. Never goes back: on a machine
 * whose clock lags, what another one has put in force stays shown.
 * @param releases in the order in which they were published.
 * @param now epoch ms.
 */
export const clockDue = <R extends ClockRelease>(
  row: ClockRow,
  releases: readonly R[],
  now: number,
): ClockDue<R> | null => {
  const windows = releases.flatMap((release) => windowOf(release) ?? [])
  const serving = releases.find((release) => {
    const window = windowOf(release)
    return window !== null && inForce(window, now)
  })
  const shown = releases.find(({ id }) => id === idOf(row.liveRelease))
  if (serving && serving.sequence > (shown?.sequence ?? 0)) return { move: 'take_effect', release: serving }
  const current = currentRelease(row, releases)
  const move = clockMove(
    row.workflowState,
    { current: (current && windowOf(current)) ?? null, all: windows },
    now,
  )
  if (move && current) return { move, release: current }
  // A newer version is under way and keeps its state; what was in force is so no more.
  return shown?.validTo && Date.parse(shown.validTo) <= now && !serving
    ? { move: 'expire', release: shown }
    : null
}
