import type { Payload } from 'payload'
import type { Gap } from '../../../payload-types'
import { documentHref } from '../links'
import { Markdown } from '../Markdown'
import { counted, FIX_WORDS, reasonWords, sentence } from '../words'
import type { Reason } from '../../vocabulary'
import { readGap } from './readGap'
import { OPEN_GAP_STATES } from '../../vocabulary'

const ASKINGS = 5
const MOST = 3

/** Beside a text that is written or mended for a gap: what was asked, how often, and what came nearest. */
export const GapsBeside = async ({ payload, id }: { payload: Payload; id: string }) => {
  const { docs } = await payload.find({
    collection: 'gaps',
    where: { and: [{ 'draft.value': { equals: id } }, { state: { in: [...OPEN_GAP_STATES] } }] },
    sort: '-seen',
    limit: MOST,
    depth: 0,
  })
  return docs.map((gap) => <GapBeside key={gap.id} payload={payload} gap={gap} of={id} />)
}

const GapBeside = async ({ payload, gap, of }: { payload: Payload; gap: Gap; of: string }) => {
  const { events, nearest, totalEvents } = await readGap(payload, gap.id)
  const others = [...new Set(events.map(({ question }) => question))].filter(
    (question) => question !== gap.question,
  )
  const [best] = nearest
  return (
    <section className="vouch-gap-beside" aria-label="The gap that this text is to close">
      <h3>To close a gap</h3>
      <p className="vouch-gap-beside__question">
        <a href={documentHref('gaps', gap.id)}>{gap.question}</a>
      </p>
      <p className="vouch-quiet">
        {gap.seen ? `Asked ${counted(gap.seen, 'time')}` : 'Reported by a colleague'} ·{' '}
        {sentence(reasonWords(gap.reason))}. {FIX_WORDS[gap.reason as Reason]}.
      </p>
      {others.length > 0 && (
        <>
          <p className="vouch-quiet">Asked in these words too</p>
          <ul>
            {others.slice(0, ASKINGS).map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
          {totalEvents > ASKINGS && (
            <p>
              <a href={documentHref('gaps', gap.id)}>All {totalEvents} askings</a>
            </p>
          )}
        </>
      )}
      {best?.text && (
        <details open={best.document.id !== of || undefined}>
          <summary>
            Nearest {best.document.id === of ? 'passage of this text' : `text: ${best.document.title}`}
          </summary>
          <Markdown text={best.text} excerpt label="The passage that came nearest" />
        </details>
      )}
    </section>
  )
}
