import { activeIndexVersion } from '../../../ingestion/indexVersions'
import { getDeps } from '../../deps'
import { outbox } from '../../worker'
import { documentHref } from '../links'
import { StatePill } from '../states/StatePill'
import { counted } from '../words'

/** Whether what is published can be found, by what, and how to mend it. */
export const IndexState = async () => {
  const { payload, store, modelReason } = await getDeps()
  const version = await activeIndexVersion(payload)
  if (!version) return <p>There is no index yet: it is made at the first start. Restart Vouch.</p>
  const [chunks, { waiting, failed }] = await Promise.all([
    store.count(version).catch(() => null),
    outbox(payload),
  ])
  return (
    <div className="vouch-index">
      <div className="vouch-inline">
        <Health reachable={chunks !== null} waiting={waiting} failed={failed} />
        <a href={documentHref('index-versions', version.id)}>
          {chunks === null ? `The ${store.name} store does not answer` : counted(chunks, 'chunk')}
        </a>
      </div>
      <p>
        {version.model ? (
          <>
            Searched by meaning and by words.{' '}
            <span className="vouch-quiet vouch-wrap">{version.model.id}</span>
          </>
        ) : (
          <>
            <strong>Words alone.</strong> <span className="vouch-quiet">{howToMend(modelReason)}</span>
          </>
        )}
      </p>
      {failed > 0 && (
        <p className="vouch-quiet">
          {counted(failed, 'task')} gave up. See why: <code>npm run -s vouch -- doctor</code>
        </p>
      )}
    </div>
  )
}

const howToMend = (modelReason: string): string =>
  modelReason.startsWith('Searching by words alone')
    ? modelReason
    : 'A model is ready, but this index was built without one. Run: npm run -s vouch -- index rebuild'

const Health = ({ reachable, waiting, failed }: { reachable: boolean; waiting: number; failed: number }) => {
  if (!reachable) return <StatePill state="withdrawn">Down</StatePill>
  if (failed) return <StatePill state="changes_requested">Needs attention</StatePill>
  if (waiting) return <StatePill state="in_review">{counted(waiting, 'task')} under way</StatePill>
  return <StatePill state="published">In step</StatePill>
}
