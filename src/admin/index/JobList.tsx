import type { JobStatus } from '../../../ingestion/outbox'
import { documentHref } from '../links'
import { Moment } from '../time/Moment'
import { counted, sentence } from '../words'
import { ActButton } from './ActButton'
import { taskWords } from './versionWords'

/** Jobs with what they are about and why they are not done; those that were given up can be tried again. */
export const JobList = ({ jobs, why }: { jobs: readonly JobStatus[]; why?: string | undefined }) => (
  <ul className="vouch-lines vouch-jobs">
    {jobs.map((job) => (
      <li key={job.id}>
        <div className="vouch-lines__main">
          <strong>{sentence(taskWords(job.task))}</strong>
          {job.document && (
            <>
              :{' '}
              <a href={documentHref(job.document.collection, job.document.id)}>
                “{job.document.title}” v{job.document.version}
              </a>
            </>
          )}
          {job.reason && <p className="vouch-jobs__reason">{job.reason}</p>}
          <span className="vouch-quiet vouch-block vouch-jobs__when">
            <When job={job} />
          </span>
        </div>
        {job.state === 'failed' && (
          <ActButton
            label="Retry"
            path="/api/v1/index/jobs/retry"
            body={{ ids: [job.id] }}
            why={why}
            about={job.document ? `“${job.document.title}”` : taskWords(job.task)}
          />
        )}
      </li>
    ))}
  </ul>
)

const When = ({ job: { state, tried, triedAt, queuedAt, nextTryAt } }: { job: JobStatus }) => (
  <>
    {state === 'failed' && (
      <>
        Gave up after {counted(tried, 'try', 'tries')}
        {triedAt && (
          <>
            , the last <Moment at={triedAt} />
          </>
        )}
      </>
    )}
    {state === 'running' && 'Runs now'}
    {state === 'waiting' && (
      <>
        Waits since <Moment at={queuedAt} />
        {tried > 0 && `, tried ${counted(tried, 'time')}`}
        {nextTryAt && (
          <>
            , again <Moment at={nextTryAt} />
          </>
        )}
      </>
    )}
  </>
)
