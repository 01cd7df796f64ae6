import type { TranscriptTurn } from '../../commands/transcripts/readTranscript'
import { idOf } from '../../records/content'
import { documentHref } from '../links'
import { StatePill } from '../states/StatePill'
import { OUTCOME_WORDS, reasonWords, sentence } from '../words'

/** What is recorded of a turn, in short, with the way to its receipt. */
export const TurnRecord = ({ turn: { row, record, reports } }: { turn: TranscriptTurn }) => {
  const thumb = reports.findLast(({ thumbs }) => thumbs)?.thumbs
  const { citations } = record.response
  const gap = idOf(row.gap)
  const handover = idOf(row.handover)
  return (
    <aside className="vouch-transcript__record" aria-label="What is recorded of it">
      <div className="vouch-inline vouch-transcript__state">
        <StatePill state={row.outcome}>{OUTCOME_WORDS[row.outcome]}</StatePill>
        {thumb && <StatePill state={thumb === 'up' ? 'published' : 'failed'}>Thumb {thumb}</StatePill>}
      </div>
      {row.reason && <p>{sentence(reasonWords(row.reason))}</p>}
      <p className="vouch-quiet">
        {typeof row.confidence === 'number'
          ? `Confidence ${row.confidence.toFixed(2)}`
          : 'No confidence: it did not come to that'}
        {record.degraded.length > 0 && ` · without ${record.degraded.join(', ')}`}
        {row.redacted && ' · secrets were taken out'}
      </p>
      {citations.length > 0 && (
        <ul className="vouch-transcript__cited">
          {citations.map(({ number, document, version, quote }) => (
            <li key={number} id={`cited-${row.id}-${number}`}>
              <span className="vouch-cite" aria-hidden="true">
                {number}
              </span>{' '}
              <a href={documentHref(document.collection, document.id)} title={quote}>
                {document.title}
              </a>{' '}
              <span className="vouch-quiet">version {version}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="vouch-inline">
        <a href={documentHref('answers', row.id)}>Receipt</a>
        {gap && <a href={documentHref('gaps', gap)}>Gap</a>}
        {handover && <a href={documentHref('handovers', handover)}>Hand-over</a>}
      </p>
    </aside>
  )
}
