import type { VersionStatus } from '../../../ingestion/indexStatus'
import { StatePill } from '../states/StatePill'
import { Moment } from '../time/Moment'
import { counted } from '../words'

/** How the active version and the database agree; null: not compared on this page, because it is large. */
export interface Agreement {
  differing: number | null
  comparedAt: string | null
}

/** What bots search in now. */
export const ActiveVersion = ({ version, agreement }: { version: VersionStatus; agreement: Agreement }) => (
  <section aria-label="The active version">
    <dl className="vouch-facts">
      <dt>State</dt>
      <dd className="vouch-inline">
        <Step version={version} agreement={agreement} />
      </dd>
      <dt>Holds</dt>
      <dd>{version.points === null ? '–' : counted(version.points, 'chunk')}</dd>
      <dt>Model</dt>
      <dd>{version.embeddingModel ?? 'None: searched by words alone'}</dd>
      <dt>Chunker</dt>
      <dd>{version.chunker}</dd>
      <dt>Store</dt>
      <dd>{version.store}</dd>
      <dt>Active since</dt>
      <dd>{version.activatedAt ? <Moment at={version.activatedAt} /> : '–'}</dd>
    </dl>
  </section>
)

const Step = ({ version, agreement }: { version: VersionStatus; agreement: Agreement }) => {
  if (version.points === null) return <StatePill state="withdrawn">The store does not answer</StatePill>
  if (agreement.differing)
    return (
      <>
        <StatePill state="changes_requested">Out of step</StatePill>
        <span className="vouch-quiet">
          {counted(agreement.differing, 'difference')} from the database. Mended every night, or now:{' '}
          <code>npm run -s vouch -- index reconcile</code>
        </span>
      </>
    )
  return (
    <>
      <StatePill state="published">{agreement.differing === 0 ? 'In step' : 'Active'}</StatePill>
      <span className="vouch-quiet">
        {agreement.differing === 0 ? (
          'Every chunk was just compared with the database.'
        ) : agreement.comparedAt ? (
          <>
            Compared with the database <Moment at={agreement.comparedAt} />.
          </>
        ) : (
          'Compared with the database every night.'
        )}
      </span>
    </>
  )
}
