import type { Payload } from 'payload'
import type { Answer, Gap } from '../../../payload-types'
import { documentHref } from '../links'
import { Markdown } from '../Markdown'
import { parseReceipt } from '../../commands/parseReceipt'
import type { Unproven } from '../../commands/gaps/proof'
import { PrintButton } from './PrintButton'
import { UNPROVEN_WORDS } from './unprovenWords'
import { proofOf } from '../../commands/gaps/readProof'
import { Moment } from '../time/Moment'

/** The proof that a gap closed: its question in every wording, asked again, answered from a text that was signed since. */
export const Certificate = async ({ payload, gap }: { payload: Payload; gap: Gap }) => {
  const receipt = await receiptOf(payload, gap)
  const citation = receipt && parseReceipt(receipt).response.citations[0]
  const { wordings, left } = proofOf(gap) ?? { wordings: [], left: [] }
  const signer = gap.verifiedBy && typeof gap.verifiedBy === 'object' ? gap.verifiedBy.name : null
  return (
    <section className="vouch-certificate" aria-label="Certificate">
      <h2>
        <span aria-hidden="true">✓ </span>Closed, with proof
      </h2>
      <dl className="vouch-facts">
        <dt>Asked again</dt>
        <dd>{receipt?.question ?? gap.question}</dd>
        {receipt && (
          <>
            <dt>Answered</dt>
            <dd>
              <Markdown text={receipt.message} />
            </dd>
            <dt>Receipt</dt>
            <dd>
              <a href={documentHref('answers', receipt.id)}>{receipt.id}</a>
            </dd>
          </>
        )}
        {citation && (
          <>
            <dt>From</dt>
            <dd>
              <a href={documentHref('releases', citation.releaseId)}>
                {citation.document.title}, version {citation.version}
              </a>
            </dd>
          </>
        )}
        {wordings.length > 1 && (
          <>
            <dt>In every wording</dt>
            <dd>
              <ul>
                {wordings.map(({ receiptId, question, typed, quote }) => (
                  <li key={receiptId}>
                    <a href={documentHref('answers', receiptId)}>{question}</a>
                    {typed && ` (typed “${typed}”)`}: “{quote}”
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        {left.length > 0 && (
          <>
            <dt>Not proven by it</dt>
            <dd>
              <ul>
                {left.map(({ question, why, gap: other }) => (
                  <li key={question}>
                    <a href={documentHref('gaps', other)}>{question}</a>:{' '}
                    {UNPROVEN_WORDS[why as Unproven] ?? why}. It is a gap of its own.
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        {signer && (
          <>
            <dt>Confirmed by</dt>
            <dd>{signer}</dd>
          </>
        )}
        {gap.closedAt && (
          <>
            <dt>On</dt>
            <dd>
              <Moment at={gap.closedAt} as="exact" />
            </dd>
          </>
        )}
      </dl>
      <PrintButton />
    </section>
  )
}

const receiptOf = async (payload: Payload, { closingReceipt }: Gap): Promise<Answer | null> => {
  if (!closingReceipt) return null
  if (typeof closingReceipt === 'object') return closingReceipt
  return payload.findByID({ collection: 'answers', id: closingReceipt, depth: 0, disableErrors: true })
}
