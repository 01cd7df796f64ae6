'use client'

import { useMemo } from 'react'
import type { Trial } from '../../commands/tryQuestion'
import { documentHref } from '../links'
import { Markdown } from '../Markdown'
import { Stale } from '../receipts/Stale'

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
          <blockquote className="vouch-passage__text">
            <Passage passage={passage} trial={trial} active={active} onActive={onActive} />
          </blockquote>
        </li>
      ))}
    </ol>
  )
}

const Passage = ({
  passage,
  trial: { citations },
  active,
  onActive,
}: {
  passage: Trial['candidates'][number]
  trial: Trial
  active: number | null
  onActive: (number: number | null) => void
}) => {
  // Kept while it is only pointed at: a new list would bring the text back to its first mark.
  const marks = useMemo(
    () =>
      citations
        .filter(({ chunkId }) => chunkId === passage.chunkId)
        // Citations point into the release; the passage begins at `start` of it.
        .map(({ number, start, end }) => ({
          number,
          start: start - passage.start,
          end: end - passage.start,
        })),
    [citations, passage],
  )
  return (
    <Markdown
      text={passage.text}
      marks={marks}
      markProps={(number) => ({
        'data-active': active === number || undefined,
        onMouseEnter: () => onActive(number),
        onMouseLeave: () => onActive(null),
      })}
      excerpt
      label={passage.document.title}
    />
  )
}
