import { indexVersionRows, settingsMismatch, toIndexVersion } from '../../../ingestion/indexVersions'
import { getDeps } from '../../deps'
import { outbox } from '../../worker'
import { listHref } from '../links'
import { StatePill } from '../states/StatePill'
import { counted } from '../words'

/** Whether what is published can be found, by what, and how to mend it. */
export const IndexState = async () => {
  const deps = await getDeps()
  const { payload, store, modelReason } = deps
  const [row] = await indexVersionRows(payload, { state: { equals: 'active' } })
  if (!row) return <p>There is no index yet: it is made at the first start. Restart Vouch.</p>
  const version = toIndexVersion(row)
  const problem = settingsMismatch(row, deps)
  const [chunks, { waiting, failed }] = await Promise.all([
    store.count(version).catch(() => null),
    outbox(payload),
  ])
  return (
    <div className="vouch-index">
      <div className="vouch-inline">
        <Health reachable={chunks !== null} waiting={waiting} attention={failed > 0 || problem !== null} />
        <a href={listHref('index-versions')}>
          {chunks === null ? `The ${store.name} store does not answer` : counted(chunks, 'chunk')}
        </a>
      </div>
      <p>
        {problem ? (
          <>
            <strong>Words alone, for now.</strong> <span className="vouch-quiet vouch-wrap">{problem}</span>
          </>
        ) : version.model ? (
          <>
            Searched by meaning and by words.{' '}
            <span className="vouch-quiet vouch-wrap">{version.model.id}</span>
          </>
        ) : (
          <>
            <strong>Words alone.</strong> <span className="vouch-quiet">{modelReason}</span>
          </>
        )}
      </p>
      {failed > 0 && (
        <p className="vouch-quiet">
          {counted(failed, 'task')} gave up. <a href={listHref('index-versions')}>See why</a>
        </p>
      )}
    </div>
  )
}

const Health = ({
  reachable,
  waiting,
  attention,
}: {
  reachable: boolean
  waiting: number
  attention: boolean
}) => {
  if (!reachable) return <StatePill state="withdrawn">Down</StatePill>
  if (attention) return <StatePill state="changes_requested">Needs attention</StatePill>
  if (waiting) return <StatePill state="in_review">{counted(waiting, 'task')} under way</StatePill>
  return <StatePill state="published">In step</StatePill>
}
