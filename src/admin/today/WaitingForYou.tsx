import type { Payload } from 'payload'
import type { Actor } from '../../governance/types'
import { canReview, canWrite } from '../../governance/permissions'
import { documentHref, listHref } from '../links'
import { StatePill } from '../states/StatePill'
import { Moment } from '../time/Moment'
import { readWaiting, type Waiting } from './readWaiting'

const SHOWN = 6
const STATES: Record<Waiting['todo'], string> = {
  Sign: 'in_review',
  Change: 'changes_requested',
  Publish: 'approved',
}

export const WaitingForYou = async ({ payload, viewer }: { payload: Payload; viewer: Actor }) => {
  const waiting = await readWaiting(payload, viewer)
  if (!waiting.length) return <NothingWaits viewer={viewer} />
  return (
    <>
      <ul className="vouch-lines">
        {waiting.slice(0, SHOWN).map(({ collection, id, title, version, riskTier, since, todo }) => (
          <li key={id}>
            <StatePill state={STATES[todo]}>{todo}</StatePill>
            <a className="vouch-lines__main" href={documentHref(collection, id)}>
              {title}
            </a>
            <span className="vouch-quiet">
              v{version}
              {riskTier === 'standard' ? '' : ` · ${riskTier}`} · <Moment at={since} />
            </span>
          </li>
        ))}
      </ul>
      {waiting.length > SHOWN && (
        <p className="vouch-quiet">
          and {waiting.length - SHOWN} more in{' '}
          <a href={listHref('policies', { workflowState: 'in_review' })}>review</a>
        </p>
      )}
    </>
  )
}

const NothingWaits = ({ viewer }: { viewer: Actor }) => (
  <div className="vouch-empty">
    <p>Nothing waits for you.</p>
    <p className="vouch-quiet">
      {canReview(viewer)
        ? 'Texts that others send for review will appear here for you to sign.'
        : 'Your texts will appear here when someone asks for changes, or when they are signed and can be published.'}{' '}
      {canWrite(viewer) && (
        <>
          <a href="/admin/collections/policies/create">Write a policy</a> or{' '}
          <a href="/admin/collections/faqs/create">an FAQ</a>.
        </>
      )}
    </p>
  </div>
)
