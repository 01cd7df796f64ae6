'use client'

import { useState } from 'react'
import type { Alike, PreviewedDocument } from '../../commands/imports/types'
import { documentHref } from '../links'
import { Markdown } from '../Markdown'
import type { Picked } from './choices'
import type { TopicChoice } from './topicChoice'
import { AudienceSelect, KindSelect, TopicSelect } from './selects'

/** One text that would become a draft: taken or not, as what, about what, for whom; and its words. */
export const PreviewedText = ({
  document: { title, markdown, metadata, alike },
  pick,
  topics,
  onPick,
}: {
  document: PreviewedDocument
  pick: Picked
  topics: readonly TopicChoice[]
  onPick: (pick: Picked) => void
}) => {
  const [open, setOpen] = useState(false)
  const change = (changed: Partial<Picked>) => onPick({ ...pick, ...changed })
  return (
    <li data-left={!pick.take || undefined}>
      <label className="vouch-import__take">
        <input
          type="checkbox"
          checked={pick.take}
          onChange={({ target }) => change({ take: target.checked })}
        />
        <span>{title}</span>
      </label>
      <div className="vouch-import__choices">
        <KindSelect about={title} value={pick.as} onChange={(as) => change({ as })} />
        <TopicSelect
          about={title}
          value={pick.topic}
          topics={topics}
          none={metadata.topic ? `As in the file: ${metadata.topic}` : 'No topic'}
          onChange={(topic) => change({ topic })}
        />
        <AudienceSelect about={title} value={pick.audience} onChange={(audience) => change({ audience })} />
      </div>
      {alike.length > 0 && <AlikeLine alike={alike} />}
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>Read the text</summary>
        {open && <Markdown text={markdown} />}
      </details>
    </li>
  )
}

const AlikeLine = ({ alike }: { alike: readonly Alike[] }) => (
  <p className="vouch-warn">
    {alike.map(({ title, document, similarity }, index) => (
      <span key={document?.id ?? title}>
        {index > 0 && ' · '}
        {similarity === null
          ? 'Has the title of '
          : similarity === 1
            ? 'Says the same as '
            : `Is ${Math.round(similarity * 100)} % the same as `}
        {document ? (
          <a href={documentHref(document.collection, document.id)} target="_blank" rel="noreferrer">
            {title}
          </a>
        ) : (
          <>“{title}” in another of these files</>
        )}
      </span>
    ))}
  </p>
)
