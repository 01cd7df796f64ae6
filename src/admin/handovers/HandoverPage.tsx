import { Gutter } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { parseHandover } from '../../commands/parseHandover'
import type { Handover } from '../../../payload-types'
import { documentHref, listHref } from '../links'
import { RoomHead } from '../RoomHead'
import { StatePill } from '../states/StatePill'
import { Moment } from '../time/Moment'
import { reasonWords, sentence } from '../words'
import { Conversation } from './Conversation'
import { Details } from './Details'
import { Known } from './Known'

/** One conversation as it was passed to a person: left, what was said; right, what they want and what to do. */
export const HandoverPage = async ({ initPageResult }: DocumentViewServerProps) => {
  const { req, docID } = initPageResult
  if (!docID || req.user?.collection !== 'users') return null
  const row = await req.payload.findByID({ collection: 'handovers', id: String(docID), depth: 0 })
  const record = parseHandover(row.package)
  return (
    <Gutter className="vouch-room vouch-handover">
      <RoomHead
        title={record.intent.summary || row.question}
        crumb="Handover"
        trail={[{ label: 'Handovers', url: listHref('handovers') }]}
        line={<Line row={row} />}
      />
      <div className="vouch-two">
        <div className="vouch-two__main">
          <Conversation record={record} />
          <Known record={record} receiptHref={documentHref('answers', row.receipt as string)} />
        </div>
        <aside className="vouch-two__side" aria-label="What to know and do">
          <section>
            <h2>Why it came to you</h2>
            <p>{sentence(reasonWords(row.reason))}.</p>
            {record.evidence && <p className="vouch-quiet">“{record.evidence}”</p>}
            {record.sentiment.label !== 'calm' && (
              <p>
                They sound {record.sentiment.label}.{' '}
                <span className="vouch-quiet">{record.sentiment.why.join('; ')}</span>
              </p>
            )}
          </section>
          <Details record={record} />
          <List title="Next steps" items={record.nextSteps} ordered />
          <List title="Already told them" items={record.tried} />
          {record.redacted.length > 0 && (
            <p className="vouch-quiet">Taken out of what was said: {record.redacted.join(', ')}.</p>
          )}
        </aside>
      </div>
    </Gutter>
  )
}

const Line = ({ row }: { row: Handover }) => (
  <div className="vouch-inline">
    {row.urgency === 'high' && <StatePill state="failed">Urgent</StatePill>}
    <span>Queue: {row.queue}</span>
    <span>
      Passed on <Moment at={row.createdAt} />
    </span>
  </div>
)

const List = ({ title, items, ordered = false }: { title: string; items: string[]; ordered?: boolean }) => {
  if (!items.length) return null
  const lines = items.map((item) => <li key={item}>{item}</li>)
  return (
    <section>
      <h2>{title}</h2>
      {ordered ? <ol>{lines}</ol> : <ul>{lines}</ul>}
    </section>
  )
}
