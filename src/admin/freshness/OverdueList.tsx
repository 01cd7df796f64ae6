import type { OverdueText } from '../../commands/readFreshness'
import { documentHref } from '../links'
import { VerificationPill } from '../states/VerificationPill'
import { Moment } from '../time/Moment'
import { counted } from '../words'

const SHOWN = 50

/** Texts that nobody confirmed in time, the longest overdue first, with who should. */
export const OverdueList = ({ overdue }: { overdue: readonly OverdueText[] }) => {
  if (!overdue.length)
    return (
      <p className="vouch-quiet">
        Nothing is overdue. A text appears here two weeks after its review was due, with who owns it.
      </p>
    )
  return (
    <>
      <p className="vouch-quiet">
        Open one and press “Still true”, or write a new version. Bots go on answering from it, unless its
        topic says otherwise.
      </p>
      <ul className="vouch-lines">
        {overdue.slice(0, SHOWN).map((text) => (
          <Line key={text.id} text={text} />
        ))}
      </ul>
      {overdue.length > SHOWN && (
        <p className="vouch-quiet">
          and {counted(overdue.length - SHOWN, 'more text', 'more texts')}:{' '}
          <code>npm run -s vouch -- freshness</code> lists them all
        </p>
      )}
    </>
  )
}

const Line = ({
  text: { collection, id, title, version, reviewAt, owner, topic },
}: {
  text: OverdueText
}) => (
  <li>
    <VerificationPill verification="overdue" />
    <a className="vouch-lines__main" href={documentHref(collection, id)}>
      {title}
    </a>
    <span className="vouch-quiet">
      v{version} · {topic} · {owner ? owner.name : 'no owner'}
      {reviewAt && (
        <>
          {' '}
          · due <Moment at={reviewAt} />
        </>
      )}
    </span>
  </li>
)
