import type { Payload } from 'payload'
import { readStaleCounts } from './readStaleCounts'

/** How many texts are overdue, and how many fall due this month. */
export const StaleCounts = async ({ payload }: { payload: Payload }) => {
  const { overdue, due } = await readStaleCounts(payload)
  return (
    <p className="vouch-stale">
      <span>
        <a href="/admin/freshness">
          <strong>{overdue}</strong> overdue
        </a>{' '}
        · <strong>{due}</strong> due this month
      </span>
      <a href="/admin/calendar">Open calendar</a>
    </p>
  )
}
