'use client'

import { useModal } from '@payloadcms/ui'
import { useCallback } from 'react'
import { KEYS_DIALOG, KeysDialog } from './KeysDialog'
import { SEARCH_DIALOG, SearchDialog } from './SearchDialog'
import { useKeys } from './useKeys'

/** In the header of every room: a search of all texts, and the keys that this admin knows. */
export const SearchBox = () => {
  const { openModal } = useModal()
  const search = useCallback(() => openModal(SEARCH_DIALOG), [openModal])
  const keys = useCallback(() => openModal(KEYS_DIALOG), [openModal])
  useKeys({ '/': search, '?': keys })
  return (
    <>
      <button type="button" className="vouch-searchbox" onClick={search}>
        <span>Search</span> <kbd aria-hidden="true">/</kbd>
      </button>
      <SearchDialog />
      <KeysDialog />
    </>
  )
}
