import type { HandoverRecord } from '../../commands/parseHandover'
import { Markdown } from '../Markdown'

/** Signed texts that came nearest to what was asked, for the person who takes over. */
export const Known = ({
  record: { considered },
  receiptHref,
}: {
  record: HandoverRecord
  /** Null for who may not read it. */
  receiptHref: string | null
}) => (
  <section>
    <h2>What we know about it</h2>
    {considered.length === 0 && (
      <p className="vouch-quiet">
        Nothing was searched: it was passed on before, or no signed text came near.
      </p>
    )}
    {considered.map(({ chunkId, title, headingPath, text }) => (
      <article key={chunkId} className="vouch-passage">
        <p className="vouch-inline">
          <strong>{title}</strong>
          {headingPath.length > 0 && <span className="vouch-quiet">{headingPath.join(' › ')}</span>}
        </p>
        <blockquote>
          <Markdown text={text} excerpt label={title} />
        </blockquote>
      </article>
    ))}
    {receiptHref && (
      <p>
        <a href={receiptHref}>The receipt: all that was considered, and the decision</a>
      </p>
    )}
  </section>
)
