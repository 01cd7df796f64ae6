import { Banner } from '@payloadcms/ui'
import type { UIFieldServerProps } from 'payload'
import { describeOmission, type Omission } from '../../../ingestion/omissions'
import type { Source } from '../../../payload-types'
import { Moment } from '../time/Moment'
import { counted } from '../words'
import { SyncButton } from './SyncButton'
import { SyncPill } from './SyncPill'
import { isUnderWay, syncNowOf } from './syncNow'

/** On a source’s page: how its last sync went, and a button for the next. */
export const SourceState = async ({ id, payload }: UIFieldServerProps) => {
  // Read here, not from the form: after a sync the page is drawn anew, and the form keeps what it has.
  const source = id ? await readSource(payload, String(id)) : null
  if (!source)
    return <p className="vouch-quiet">Save it, then sync it: what it holds becomes drafts for review.</p>
  const now = syncNowOf({ ...source })
  return (
    <section className="vouch-source" aria-label="Sync">
      <div className="vouch-source__head">
        <SyncPill now={now} />
        {source.lastSyncedAt && (
          <span className="vouch-quiet">
            last synced <Moment at={source.lastSyncedAt} />
          </span>
        )}
        <SyncButton
          key={isUnderWay(now) ? 'under way' : source.lastSyncedAt}
          sourceId={source.id}
          name={source.name}
          now={now}
        />
      </div>
      {source.lastError && <Banner type="error">{source.lastError}</Banner>}
      {Boolean(source.lastReport) && (
        <p className="vouch-quiet">{reportWords(source.lastReport as Counts)}</p>
      )}
      <LeftOut omissions={(source.lastReport as LeftOutCounts | null)?.omissions ?? []} />
    </section>
  )
}

interface LeftOutCounts {
  omissions?: Omission[]
}

const LeftOut = ({ omissions }: { omissions: readonly Omission[] }) =>
  omissions.length > 0 && (
    <details className="vouch-quiet">
      <summary>What was left out, or read with a reservation</summary>
      <ul>
        {omissions.map((omission) => (
          <li key={omission.kind}>{describeOmission(omission)}</li>
        ))}
      </ul>
    </details>
  )

const readSource = async (payload: UIFieldServerProps['payload'], id: string): Promise<Source | null> => {
  const where = { id: { equals: id } }
  const { docs } = await payload.find({ collection: 'sources', where, depth: 0, limit: 1, pagination: false })
  return docs[0] ?? null
}

type Counts = Partial<
  Record<
    | 'created'
    | 'changed'
    | 'unchanged'
    | 'moved'
    | 'vanished'
    | 'returned'
    | 'conflicts'
    | 'failed'
    | 'seconds',
    number
  >
>

const reportWords = (counts: Counts): string => {
  const parts = [
    [counts.created, 'new'],
    [counts.changed, 'changed'],
    [counts.unchanged, 'unchanged'],
    [counts.moved, 'moved'],
    [counts.vanished, 'gone'],
    [counts.returned, 'back'],
    [counts.conflicts, 'in conflict'],
    [counts.failed, 'failed'],
  ] as const
  const said = parts
    .filter(([count]) => count)
    .map(([count, word]) => `${count?.toLocaleString('en-GB')} ${word}`)
  const time = counts.seconds ? `, in ${counted(Math.max(1, Math.round(counts.seconds)), 'second')}` : ''
  return `The last sync: ${said.join(', ') || 'nothing there'}${time}.`
}
