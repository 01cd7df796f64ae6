'use client'

import type { Found } from '../../commands/search/searchTexts'
import { documentHref } from '../links'
import { StatePill } from '../states/StatePill'
import { STATE_WORDS } from '../words'
import { Snippet } from './Snippet'

/** What was found, as choices; the one at `at` opens with Enter. */
export const Hits = ({
  id,
  found,
  at,
  onOpen,
}: {
  id: string
  found: readonly Found[]
  at: number
  onOpen: (index: number) => void
}) => (
  <div id={id} role="listbox" aria-label="Found" className="vouch-hits">
    {found.map((hit, index) => (
      <a
        key={hit.id}
        id={`${id}-${index}`}
        role="option"
        aria-selected={index === at}
        tabIndex={-1}
        href={documentHref(hit.collection, hit.id)}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey) return
          event.preventDefault()
          onOpen(index)
        }}
      >
        <span className="vouch-inline">
          <strong>{hit.title}</strong>
          <StatePill state={hit.state}>{STATE_WORDS[hit.state]}</StatePill>
        </span>
        <Snippet stretches={hit.snippet} />
      </a>
    ))}
  </div>
)
