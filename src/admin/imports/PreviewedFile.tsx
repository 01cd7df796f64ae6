'use client'

import { useState } from 'react'
import { counted } from '../words'
import type { Picked } from './choices'
import { PreviewedText } from './PreviewedText'
import type { Incoming } from './useImport'
import type { TopicChoice } from './topicChoice'

/** Shown at first of a file with many rows. */
const SHOWN = 50

/** One file: what of it would become which draft, and what would not. */
export const PreviewedFile = ({
  file: { name, preview, problem },
  picks,
  topics,
  onPick,
}: {
  file: Incoming
  picks: Readonly<Record<string, Picked>>
  topics: readonly TopicChoice[]
  onPick: (key: string, pick: Picked) => void
}) => {
  const [all, setAll] = useState(false)
  const documents = preview?.documents ?? []
  const shown = all ? documents : documents.slice(0, SHOWN)
  const troubles = [...(problem ? [problem] : []), ...(preview?.failures ?? [])]
  return (
    <section className="vouch-import__file" aria-label={name}>
      <h3>
        {name}{' '}
        <span className="vouch-quiet">
          {documents.length ? `becomes ${counted(documents.length, 'draft')}` : 'becomes nothing'}
        </span>
      </h3>
      <Lines className="vouch-import__trouble" lines={troubles} />
      <Lines className="vouch-quiet" lines={(preview?.leftOut ?? []).map((line) => `Left out: ${line}.`)} />
      <ul className="vouch-import__texts">
        {preview &&
          shown.map((document) => {
            const key = `${preview.id}/${document.key}`
            const pick = picks[key]
            return (
              pick && (
                <PreviewedText
                  key={key}
                  document={document}
                  pick={pick}
                  topics={topics}
                  onPick={(changed) => onPick(key, changed)}
                />
              )
            )
          })}
      </ul>
      {documents.length > shown.length && (
        <button type="button" className="vouch-link" onClick={() => setAll(true)}>
          Show the other {counted(documents.length - shown.length, 'text')}
        </button>
      )}
    </section>
  )
}

const Lines = ({ className, lines }: { className: string; lines: readonly string[] }) =>
  lines.length > 0 && (
    <ul className={className}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
