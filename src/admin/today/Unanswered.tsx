import type { Payload } from 'payload'
import { documentHref, listHref, tryHref } from '../links'
import { counted, reasonWords } from '../words'
import { OPEN_GAP_STATES } from '../../vocabulary'

const SHOWN = 5

export const Unanswered = async ({ payload }: { payload: Payload }) => {
  const { docs, totalDocs } = await payload.find({
    collection: 'gaps',
    where: { state: { in: [...OPEN_GAP_STATES] } },
    sort: ['-seen', '-lastSeenAt'],
    limit: SHOWN,
    depth: 0,
  })
  if (!docs.length)
    return (
      <div className="vouch-empty">
        <p>No open gaps.</p>
        <p className="vouch-quiet">
          When a bot has to refuse a question that a text could have answered, the question will appear here,
          the most asked first. See what a bot would say:{' '}
          <a href={tryHref({ question: 'Do you ship to Norway?' })}>Try it</a>.
        </p>
      </div>
    )
  return (
    <>
      <ul className="vouch-lines">
        {docs.map((gap) => (
          <li key={gap.id}>
            <span className="vouch-times" title={`Asked ${counted(gap.seen, 'time')}`}>
              {gap.seen}×
            </span>
            <a className="vouch-lines__main" href={documentHref('gaps', gap.id)}>
              {gap.question}
            </a>
            <span className="vouch-quiet">{reasonWords(gap.reason)}</span>
          </li>
        ))}
      </ul>
      {totalDocs > SHOWN && (
        <p>
          <a href={listHref('gaps')}>All {counted(totalDocs, 'open gap')}</a>
        </p>
      )}
    </>
  )
}
