import { Gutter } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import type { Answer } from '../../../payload-types'
import { documentHref, listHref } from '../links'
import { RoomHead } from '../RoomHead'
import { counted, OUTCOME_WORDS, reasonWords, sentence } from '../words'
import { StatePill } from '../states/StatePill'
import { Moment } from '../time/Moment'
import { Considered } from './Considered'
import { EvidenceList } from './EvidenceList'
import { parseReceipt, type ReceiptRecord } from '../../commands/parseReceipt'
import { readEvidence } from './readEvidence'
import { Record } from './Record'
import { ReplayNow } from './ReplayNow'
import { Said } from './Said'
import { searchedWords } from './searchedWords'
import { whyNotUsed } from './whyNot'

/** One answer as it was given, with everything that it rests on. Nothing here can be changed. */
export const ReceiptPage = async ({ initPageResult }: DocumentViewServerProps) => {
  const { req, docID } = initPageResult
  if (!docID || req.user?.collection !== 'users') return null
  const row = await req.payload.findByID({ collection: 'answers', id: String(docID), depth: 1 })
  const record = parseReceipt(row)
  const evidence = await readEvidence(req.payload, record.response.citations)
  return (
    <Gutter className="vouch-room vouch-receipt">
      <RoomHead
        title="Receipt"
        trail={[{ label: 'Receipts', url: listHref('answers') }]}
        line="One answer as it was given, and everything that it rests on. It cannot be changed."
      />
      <section>
        <h2>Asked</h2>
        <blockquote className="vouch-question">{row.question}</blockquote>
        <p className="vouch-quiet">
          By {botName(row)}
          {row.channel && ` on ${row.channel}`}, <Moment at={row.createdAt} as="exact" />
          {row.redacted && ' · secrets were taken out'}
          {row.erasedAt && (
            <>
              {' '}
              · what the customer wrote was erased <Moment at={row.erasedAt} as="exact" />
            </>
          )}
          {isBackdated(row) && (
            <>
              {' '}
              · as of <Moment at={row.asOf} as="exact" />
            </>
          )}
        </p>
        {record.searched && searchedWords(record.searched, row.question) && (
          <p className="vouch-quiet">Searched for: {searchedWords(record.searched, row.question)}</p>
        )}
        <Earlier record={record} />
      </section>
      <section>
        <h2>{OUTCOME_WORDS[row.outcome]}</h2>
        <Said
          sentences={record.response.sentences}
          message={row.message}
          options={record.response.options}
          anchor="citation"
        />
      </section>
      {!row.erasedAt && <ReplayNow receiptId={row.id} />}
      {evidence.length > 0 && (
        <section>
          <h2>The text as it stood, and who signed it</h2>
          <EvidenceList
            evidence={evidence}
            verifications={
              new Map(record.considered.map(({ releaseId, verification }) => [releaseId, verification]))
            }
          />
        </section>
      )}
      <section>
        <h2>Decision</h2>
        <Decision row={row} record={record} />
      </section>
      <section>
        <h2>Considered, and why not</h2>
        {record.considered.length > 0 && (
          <p className="vouch-reading">{whyNotUsed(row.outcome, row.reason)}</p>
        )}
        <Considered considered={record.considered} cited={record.response.citations} />
      </section>
      <Record row={row} record={record} />
    </Gutter>
  )
}

const Earlier = ({ record: { messages } }: { record: ReceiptRecord }) =>
  messages.length > 0 && (
    <details className="vouch-earlier">
      <summary>{counted(messages.length, 'earlier turn')}</summary>
      <ol>
        {messages.map(({ role, content }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- turns have nothing but their place
          <li key={index}>
            <span className="vouch-quiet">{role === 'user' ? 'Customer' : 'Bot'}</span> {content}
          </li>
        ))}
      </ol>
    </details>
  )

const Decision = ({ row, record: { degraded } }: { row: Answer; record: ReceiptRecord }) => (
  <dl className="vouch-facts">
    <dt>Outcome</dt>
    <dd>
      <StatePill state={row.outcome}>{OUTCOME_WORDS[row.outcome]}</StatePill>
    </dd>
    <dt>Reason</dt>
    <dd>{row.reason ? sentence(reasonWords(row.reason)) : 'The cited text supports every sentence.'}</dd>
    {row.because && (
      <>
        <dt>Because of</dt>
        <dd>“{row.because}”</dd>
      </>
    )}
    <dt>Confidence</dt>
    <dd>
      {typeof row.confidence === 'number'
        ? row.confidence.toFixed(2)
        : 'Not estimated: it did not come to that.'}
    </dd>
    <dt>Not available</dt>
    <dd>{degraded.length ? degraded.join(', ') : 'Everything was available.'}</dd>
    {row.gap && (
      <>
        <dt>Gap</dt>
        <dd>
          <a href={documentHref('gaps', typeof row.gap === 'object' ? row.gap.id : row.gap)}>
            The gap that it belongs to
          </a>
        </dd>
      </>
    )}
    {row.handover && (
      <>
        <dt>Hand-over</dt>
        <dd>
          <a
            href={documentHref(
              'handovers',
              typeof row.handover === 'object' ? row.handover.id : row.handover,
            )}
          >
            What the colleague was given
          </a>
        </dd>
      </>
    )}
  </dl>
)

/** Whether it was asked as of another instant than when it was asked. */
const isBackdated = ({ asOf, createdAt }: Answer): boolean =>
  Math.abs(Date.parse(asOf) - Date.parse(createdAt)) > 60_000

const botName = (row: Answer): string => (typeof row.bot === 'object' ? row.bot.name : row.bot)
