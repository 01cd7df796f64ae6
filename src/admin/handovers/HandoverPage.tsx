import { Gutter } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { parseHandover } from '../../commands/parseHandover'
import { readActs } from '../../commands/handovers/readHandovers'
import { onlyWho } from '../../governance/permissionWords'
import { may } from '../../governance/permissions'
import type { Handover } from '../../../payload-types'
import { documentHref, listHref } from '../links'
import { RoomHead } from '../RoomHead'
import { StatePill } from '../states/StatePill'
import { Moment } from '../time/Moment'
import { sentence } from '../words'
import { viewerOf } from '../viewer'
import { ActList } from './ActList'
import { ContactCard } from './ContactCard'
import { Conversation } from './Conversation'
import { Details } from './Details'
import { HandoverActions } from './HandoverActions'
import { whyNotHeld } from './whyNotHeld'
import { HandoverState } from './HandoverState'
import { Known } from './Known'
import { ReportArticle } from './ReportArticle'
import { Suggestion } from './Suggestion'
import { moodWords, whyWords } from './whyWords'
import { repliesReachNobody } from './whoTakesReplies'

/** One conversation as it was passed to a person: left, what was said; right, what they want and what to do. */
export const HandoverPage = async ({ initPageResult }: DocumentViewServerProps) => {
  const { req, docID } = initPageResult
  const viewer = viewerOf(req.user)
  if (!docID || !viewer) return null
  const row = await req.payload.findByID({ collection: 'handovers', id: String(docID), depth: 0 })
  const acts = await readActs(req.payload, row.id)
  const record = parseHandover(row.package)
  const unheard = !row.endedAt && (await repliesReachNobody(req.payload))
  const refusal = may(viewer, 'workHandovers') ? null : onlyWho('workHandovers')
  const holder = row.state === 'claimed' ? (row.claimedByName ?? null) : null
  const mine = row.state === 'claimed' && row.claimedBy === `user:${viewer.id}`
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
          <Known
            record={record}
            receiptHref={may(viewer, 'readRecords') ? documentHref('answers', row.receipt as string) : null}
          />
          <ActList acts={acts} />
        </div>
        <aside className="vouch-two__side" aria-label="What to know and do">
          <section>
            <h2>What to do</h2>
            {unheard && <p className="vouch-why">{UNHEARD}</p>}
            <HandoverActions
              handoverId={row.id}
              state={row.state ?? 'open'}
              holder={holder}
              mine={mine}
              refusal={refusal}
            />
          </section>
          {!row.endedAt && (
            <Suggestion
              handoverId={row.id}
              why={whyNotHeld({ holder, mine })}
              refusal={refusal}
              atOnce={mine && record.role === 'assist'}
            />
          )}
          <section>
            <h2>Why it came to you</h2>
            <p>{whyWords(record, row.reason)}.</p>
            {record.evidence && (
              <p className="vouch-quiet">
                {wasSaid(record) ? `“${record.evidence}”` : `${sentence(record.evidence)}.`}
              </p>
            )}
            {record.sentiment.label !== 'calm' && (
              <p>
                They sound {record.sentiment.label}
                <span className="vouch-quiet">: {moodWords(record.sentiment.why)}</span>
              </p>
            )}
          </section>
          <ContactCard handoverId={row.id} kinds={record.contact} erased={!row.contact} refusal={refusal} />
          <Details record={record} />
          <List title="Next steps" items={record.nextSteps} ordered />
          <List title="Already told them" items={record.tried} />
          <ReportArticle
            handoverId={row.id}
            refusal={may(viewer, 'reportGaps') ? refusal : onlyWho('reportGaps')}
          />
          {record.redacted.length > 0 && (
            <p className="vouch-quiet">Taken out of what was said: {record.redacted.join(', ')}.</p>
          )}
        </aside>
      </div>
    </Gutter>
  )
}

const UNHEARD =
  'No system is told of replies: what you write here is kept, and the customer gets it only where your own system reads it. Answer them where they wrote, or ask an admin for a webhook that is told of “handover.replied”.'

const Line = ({ row }: { row: Handover }) => (
  <div className="vouch-inline">
    <HandoverState state={row.state} />
    {row.urgency === 'high' && <StatePill state="failed">Urgent</StatePill>}
    <span>Queue: {row.queue}</span>
    <span>
      Passed on <Moment at={row.createdAt} />
    </span>
    {row.claimedByName && row.claimedAt && !row.endedAt && (
      <span>
        {row.claimedByName} has it since <Moment at={row.claimedAt} />
      </span>
    )}
    {row.claimedByName && row.endedAt && (
      <span>
        {row.claimedByName} ended it <Moment at={row.endedAt} />
      </span>
    )}
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

/** Whether what sent it here are the customer’s own words, and not what they were read as. */
const wasSaid = ({ evidence, transcript }: ReturnType<typeof parseHandover>): boolean =>
  evidence !== undefined &&
  evidence !== null &&
  transcript.some(
    ({ role, content }) => role === 'user' && content.toLowerCase().includes(evidence.toLowerCase()),
  )
