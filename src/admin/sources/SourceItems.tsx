import type { UIFieldServerProps } from 'payload'
import { StatePill } from '../states/StatePill'
import { Moment } from '../time/Moment'
import { counted } from '../words'
import { readSourceItems, type ItemLine, type WaitingLine } from './readItems'

/** On a source’s page: what of it waits for someone, and what it holds, the broken and the gone first. */
export const SourceItems = async ({ id, payload }: UIFieldServerProps) => {
  if (!id) return null
  const { lines, more, waiting } = await readSourceItems(payload, String(id))
  if (!lines.length) return null
  return (
    <div className="vouch-source__lists">
      {waiting.length > 0 && <Waiting lines={waiting} />}
      <h3>What it holds</h3>
      <ul className="vouch-lines vouch-items">
        {lines.map((line) => (
          <Item key={line.key} line={line} />
        ))}
      </ul>
      {more > 0 && <p className="vouch-quiet">and {counted(more, 'item')} more that were read.</p>}
    </div>
  )
}

const Waiting = ({ lines }: { lines: readonly WaitingLine[] }) => (
  <>
    <h3>Waiting for someone to decide</h3>
    <ul className="vouch-lines vouch-items">
      {lines.map(({ id, title, href, why, since }) => (
        <li key={id}>
          <StatePill state="partial">{why === 'gone' ? 'Gone' : 'In conflict'}</StatePill>
          <span className="vouch-lines__main">
            <a href={href}>{title}</a>
            <span className="vouch-quiet vouch-block">
              {why === 'gone'
                ? 'Withdraw it, or confirm it to keep it as yours'
                : 'Edited here and changed there: compare them'}
            </span>
          </span>
          <span className="vouch-quiet">
            <Moment at={since} />
          </span>
        </li>
      ))}
    </ul>
  </>
)

const PILLS = { failed: ['failed', 'Failed'], gone: ['superseded', 'Gone'], read: ['ok', 'Read'] } as const

const Item = ({
  line: { key, state, documents, href, reasons, omissions, fetchedAt },
}: {
  line: ItemLine
}) => (
  <li>
    <StatePill state={PILLS[state][0]}>{PILLS[state][1]}</StatePill>
    <span className="vouch-lines__main">
      {href ? <a href={href}>{key}</a> : key}
      {documents > 1 && <span className="vouch-quiet"> {counted(documents, 'text')}</span>}
      {reasons.map((reason) => (
        <span key={reason} className="vouch-block">
          {reason}
        </span>
      ))}
      {omissions.length > 0 && (
        <span className="vouch-quiet vouch-block">Left out: {omissions.join(', ')}</span>
      )}
    </span>
    <span className="vouch-quiet">
      <Moment at={fetchedAt} />
    </span>
  </li>
)
