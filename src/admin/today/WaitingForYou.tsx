import type { Payload } from 'payload'
import type { Actor } from '../../governance/types'
import { WAITING_HREF } from '../links'
import { AlsoWaiting } from '../review/AlsoWaiting'
import { NothingWaits } from '../review/NothingWaits'
import { readWaiting } from '../review/readWaiting'
import { TODO_STATES, todoHref } from '../review/todoLinks'
import { StatePill } from '../states/StatePill'
import { Moment } from '../time/Moment'

const SHOWN = 6

export const WaitingForYou = async ({ payload, viewer }: { payload: Payload; viewer: Actor }) => {
  const { waiting, more } = await readWaiting(payload, viewer)
  const also = <AlsoWaiting payload={payload} viewer={viewer} />
  if (!waiting.length)
    return (
      <>
        <NothingWaits viewer={viewer} />
        {also}
      </>
    )
  return (
    <>
      <ul className="vouch-lines">
        {waiting.slice(0, SHOWN).map(({ collection, id, title, version, riskTier, since, todo }) => (
          <li key={id}>
            <StatePill state={TODO_STATES[todo]}>{todo}</StatePill>
            <a className="vouch-lines__main" href={todoHref({ collection, id, todo })}>
              {title}
            </a>
            <span className="vouch-quiet">
              v{version}
              {riskTier === 'standard' ? '' : ` · ${riskTier}`} · <Moment at={since} />
            </span>
          </li>
        ))}
      </ul>
      {also}
      {waiting.length > SHOWN && (
        <p className="vouch-quiet">
          and {waiting.length - SHOWN}
          {more && ' or more'} others: <a href={WAITING_HREF}>all that waits for you</a>
        </p>
      )}
    </>
  )
}
