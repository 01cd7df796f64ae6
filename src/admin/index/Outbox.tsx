import type { IndexNow } from '../../commands/readIndex'
import { counted } from '../words'
import { ActButton } from './ActButton'
import { JobList } from './JobList'

const SHOWN = 20

/** What was published and is not in the index yet, and what was given up. */
export const Outbox = ({ now, why }: { now: IndexNow; why?: string | undefined }) => {
  const failed = now.jobs.filter(({ state }) => state === 'failed')
  const underWay = now.jobs.filter(({ state }) => state !== 'failed').slice(0, SHOWN)
  return (
    <>
      <section>
        <div className="vouch-section-head">
          <h2>Given up</h2>
          {now.failed > 1 && (
            <ActButton label="Retry all" path="/api/v1/index/jobs/retry" why={why} about="every failed job" />
          )}
        </div>
        {failed.length ? (
          <>
            <JobList jobs={failed.slice(0, SHOWN)} why={why} />
            <More shown={Math.min(failed.length, SHOWN)} all={now.failed} />
          </>
        ) : (
          <p className="vouch-quiet">
            Nothing. A job that fails is tried for an hour; then it is kept here with its reason, and you can
            have it tried again.
          </p>
        )}
      </section>
      <section>
        <h2>Under way</h2>
        {underWay.length ? (
          <>
            <JobList jobs={underWay} />
            <More shown={underWay.length} all={now.waiting} />
          </>
        ) : (
          <p className="vouch-quiet">Nothing waits: everything that was published is in the index.</p>
        )}
      </section>
    </>
  )
}

const More = ({ shown, all }: { shown: number; all: number }) =>
  all > shown ? <p className="vouch-quiet">And {counted(all - shown, 'more job')}.</p> : null
