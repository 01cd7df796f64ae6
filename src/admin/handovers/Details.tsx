import { turnOf, type HandoverRecord } from '../../commands/parseHandover'
import { sentence } from '../words'

/** What the customer has given already, each with the turn that it came from, so that nobody asks for it twice. */
export const Details = ({ record }: { record: HandoverRecord }) => {
  const { details, intent } = record
  if (!details.length && !intent.topic) return null
  return (
    <section>
      <h2>What they told us</h2>
      <dl className="vouch-facts">
        {intent.topic && (
          <>
            <dt>About</dt>
            <dd>{intent.topic}</dd>
          </>
        )}
        {details.map(({ kind, text }) => (
          <Detail key={`${kind} ${text}`} kind={kind} text={text} turn={turnOf(record, text)} />
        ))}
      </dl>
    </section>
  )
}

const Detail = ({ kind, text, turn }: { kind: string; text: string; turn: number | null }) => (
  <>
    <dt>{sentence(kind)}</dt>
    <dd>
      {text}{' '}
      {turn !== null && (
        <a className="vouch-quiet" href={`#turn-${turn}`}>
          turn {turn}
        </a>
      )}
    </dd>
  </>
)
