'use client'

import { useId, useState } from 'react'
import type { GovernedCollection } from '../../vocabulary'
import { useSearch } from '../search/useSearch'

export interface Choosable {
  collection: GovernedCollection
  id: string
  title: string
}

const SHOWN = 6

/** Which text should have answered it: one that came near, or one that is searched for. */
export const TextPicker = ({
  considered,
  chosen,
  onChoose,
}: {
  considered: readonly Choosable[]
  chosen: Choosable | null
  onChoose: (text: Choosable | null) => void
}) => {
  const group = useId()
  const [query, setQuery] = useState('')
  const { found, problem, searching } = useSearch(query)
  const near = query.trim() ? (found ?? []) : considered
  const offered = [
    ...near.slice(0, SHOWN),
    ...(chosen && !near.slice(0, SHOWN).some(({ id }) => id === chosen.id) ? [chosen] : []),
  ]
  return (
    <fieldset className="vouch-choices">
      <legend>Which text should have answered it? An eval case is made of it.</legend>
      <input
        type="search"
        aria-label="Search all texts"
        placeholder="Search all texts"
        maxLength={300}
        value={query}
        onChange={({ target }) => setQuery(target.value)}
      />
      {query.trim() && (
        <span className="vouch-quiet" role="status">
          {problem ?? (searching ? 'Searching…' : offered.length ? '' : 'Nothing found. Try other words.')}
        </span>
      )}
      <label>
        <input type="radio" name={group} checked={chosen === null} onChange={() => onChoose(null)} /> I do not
        know
      </label>
      {offered.map(({ collection, id, title }) => (
        <label key={id}>
          <input
            type="radio"
            name={group}
            checked={chosen?.id === id}
            onChange={() => onChoose({ collection, id, title })}
          />{' '}
          {title}
        </label>
      ))}
    </fieldset>
  )
}
