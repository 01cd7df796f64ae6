'use client'

import { useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState, type KeyboardEvent } from 'react'
import { Dialog } from '../Dialog'
import { documentHref } from '../links'
import { Hits } from './Hits'
import { useSearch } from './useSearch'

export const SEARCH_DIALOG = 'vouch-search'

/** What is typed is searched in titles, words and meaning of all texts; arrows choose, Enter opens. */
export const SearchDialog = () => (
  <Dialog slug={SEARCH_DIALOG} title="Search all texts">
    <Search />
  </Dialog>
)

const Search = () => {
  const { closeModal } = useModal()
  const router = useRouter()
  const list = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const { found, problem, searching } = useSearch(query)
  const open = (index: number) => {
    const hit = found?.[index]
    if (!hit) return
    closeModal(SEARCH_DIALOG)
    router.push(documentHref(hit.collection, hit.id))
  }
  const press = (event: KeyboardEvent) => {
    const last = (found?.length ?? 0) - 1
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, last))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter') open(at)
    else return
    event.preventDefault()
  }
  return (
    <div className="vouch-searching">
      <input
        type="search"
        role="combobox"
        aria-expanded={Boolean(found?.length)}
        aria-controls={list}
        aria-activedescendant={found?.[at] && `${list}-${at}`}
        aria-label="Search all texts"
        placeholder="Words, or what it means"
        maxLength={300}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to type here
        autoFocus
        value={query}
        onChange={({ target }) => {
          setQuery(target.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      <p className="vouch-quiet" role="status">
        {problem ?? statusOf(query, searching, found?.length ?? null)}
      </p>
      <Hits id={list} found={found ?? []} at={at} onOpen={open} />
    </div>
  )
}

const statusOf = (query: string, searching: boolean, count: number | null): string => {
  if (!query.trim()) return 'Titles, words and meaning of every policy and FAQ that you may read, drafts too.'
  if (searching || count === null) return 'Searching…'
  return count ? `${count} found` : 'Nothing found. Try other words, or fewer.'
}
