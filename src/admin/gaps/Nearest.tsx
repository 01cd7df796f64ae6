import { documentHref } from '../links'
import { Markdown } from '../Markdown'
import type { ConsideredPassage } from '../../commands/parseReceipt'

const WHY: Record<string, string> = {
  no_coverage:
    'No text in force was found to be about this. These came nearest: one of them may say it in other words.',
  insufficient:
    'These came nearest, and it was not sure enough that any of them answers. See whether one does: then only the words differ.',
  expired: 'A text answered this, but it is no longer in force.',
  not_visible: 'A text answers this, but the bot that was asked may not pass it on.',
  unsupported: 'No sentence of these supports an answer.',
  conflict: 'These contradict each other.',
}

/** What was found when it was last asked. */
export const Nearest = ({
  reason,
  nearest,
  receiptId,
}: {
  reason: string
  nearest: readonly ConsideredPassage[]
  receiptId: string | null
}) => {
  if (!nearest.length)
    return <p className="vouch-quiet">Nothing came near: no text in force shares its words or its meaning.</p>
  return (
    <>
      <p>{WHY[reason] ?? 'These came nearest.'}</p>
      {nearest.map((passage) => (
        <article key={passage.chunkId} className="vouch-passage">
          <p className="vouch-inline">
            <a href={documentHref(passage.document.collection, passage.document.id)}>
              {passage.document.title}
            </a>
            <span className="vouch-quiet">
              v{passage.version}
              {passage.headingPath.length > 0 && ` · ${passage.headingPath.join(' › ')}`}
            </span>
          </p>
          {passage.text && (
            <blockquote>
              <Markdown text={passage.text} excerpt label={passage.document.title} />
            </blockquote>
          )}
        </article>
      ))}
      {receiptId && (
        <p>
          <a href={documentHref('answers', receiptId)}>All that was considered, with its scores</a>
        </p>
      )}
    </>
  )
}
