'use client'

import type { Trial } from '../../commands/tryQuestion'
import { documentHref } from '../links'
import { Stale } from '../receipts/Stale'
import { markedText } from './markedText'

/** Each cited passage as it stands, with the cited spans marked in it. */
export const Sources = ({
  trial,
  active,
  onActive,
}: {
  trial: Trial
  active: number | null
  onActive: (number: number | null) => void
}) => {
  const cited = trial.candidates.filter(({ chunkId }) =>
    trial.citations.some((citation) => citation.chunkId === chunkId),
  )
  return (
    <ol className="vouch-evidence">
      {cited.map((passage) => (
        <li key={passage.chunkId}>
          <div className="vouch-inline">
            <a href={documentHref(passage.document.collection, passage.document.id)}>
              {passage.document.title}
            </a>
            <span className="vouch-quiet">
              <a href={documentHref('releases', passage.releaseId)}>version {passage.version}</a>
              {passage.headingPath.length > 0 && ` · ${passage.headingPath.join(' › ')}`}
            </span>
            <Stale of={passage.verification} />
          </div>
          <blockquote className="vouch-reading vouch-passage__text">
            {markedText(passage, trial.citations).map(({ text, number, from }) =>
              number === null ? (
                text
              ) : (
                <mark
                  key={from}
                  id={`source-${number}`}
                  data-active={active === number || undefined}
                  onMouseEnter={() => onActive(number)}
                  onMouseLeave={() => onActive(null)}
                >
                  {text}
                  <sup>{number}</sup>
                </mark>
              ),
            )}
          </blockquote>
        </li>
      ))}
    </ol>
  )
}
