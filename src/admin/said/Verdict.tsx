import type { Said, SaidIn } from '../../commands/proofs/said'
import { documentHref } from '../links'
import { Moment } from '../time/Moment'
import { counted } from '../words'

const HEADS = { yes: 'Yes', no: 'No', unconfirmed: 'Nobody can say no' }

/** What was found, with what it rests on. */
export const Verdict = ({ said }: { said: Said }) => (
  <section aria-live="polite">
    <h2>{HEADS[said.verdict]}</h2>
    <p>{sentenceFor(said)}</p>
    {said.verdict === 'unconfirmed' && (
      <ul>
        {said.breaks.slice(0, 20).map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    )}
    {said.verdict === 'yes' && (
      <ol className="vouch-said-list">
        {said.receipts.map((receipt) => (
          <Receipt key={receipt.receiptId} receipt={receipt} />
        ))}
      </ol>
    )}
    {said.auditHead && (
      <p className="vouch-quiet">
        Rests on the audit log to its row No. {said.auditHead.seq}, <code>{said.auditHead.hash}</code>
      </p>
    )}
  </section>
)

const sentenceFor = ({ verdict, count, searched, receipts }: Said): string => {
  const among = counted(searched.receipts, 'receipt')
  if (verdict === 'no') return `None of ${among} says it, and every receipt is there as it was stored.`
  if (verdict === 'unconfirmed')
    return `None of ${among} says it, but not every receipt is there as it was stored:`
  const shown = count > receipts.length ? ` The last ${receipts.length} are shown.` : ''
  return `${counted(count, 'receipt')} of ${searched.receipts} ${count === 1 ? 'says' : 'say'} it.${shown}`
}

const Receipt = ({ receipt: { receiptId, at, question, text, sources } }: { receipt: SaidIn }) => (
  <li>
    <p>
      “{text}” <span className="vouch-quiet">to “{question}”, </span>
      <a href={documentHref('answers', receiptId)}>
        <Moment at={at} as="exact" />
      </a>
    </p>
    <ul>
      {sources.map(({ releaseId, collection, documentId, title, version, signedBy, inForce }) => (
        <li key={releaseId}>
          <a href={documentHref(collection, documentId)}>
            {title} v{version}
          </a>
          {signedBy.length > 0 && `, signed by ${signedBy.map(({ name }) => name).join(', ')}`},{' '}
          {inForce ? 'in force now' : 'not in force now'}
        </li>
      ))}
      {sources.length === 0 && <li className="vouch-quiet">A standing sentence, no quotation.</li>}
    </ul>
  </li>
)
