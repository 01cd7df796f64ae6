import type { Payload } from 'payload'
import type { Answer, Gap } from '../../../payload-types'
import { documentHref } from '../links'
import { Markdown } from '../Markdown'
import { parseReceipt } from '../../commands/parseReceipt'
import { proofOf } from '../../commands/gaps/readProof'
import { Moment } from '../time/Moment'

/** The proof that a gap closed: its question in every wording, asked again, answered from a text that was signed since. */
export const Certificate = async ({ payload, gap }: { payload: Payload; gap: Gap }) => {
  const receipt = await receiptOf(payload, gap)
  const citation = receipt && parseReceipt(receipt).response.citations[0]
  const wordings = proofOf(gap)?.wordings ?? []
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
                {wordings.map(({ receiptId, question, quote }) => (
                  <li key={receiptId}>
                    <a href={documentHref('answers', receiptId)}>{question}</a>: “{quote}”
                  </li>
                ))}
              </ul>
            </dd>
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
    </section>
  )
}

const receiptOf = async (payload: Payload, { closingReceipt }: Gap): Promise<Answer | null> => {
  if (!closingReceipt) return null
  if (typeof closingReceipt === 'object') return closingReceipt
  return payload.findByID({ collection: 'answers', id: closingReceipt, depth: 0, disableErrors: true })
}
