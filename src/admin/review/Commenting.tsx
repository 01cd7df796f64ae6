'use client'

import { Button, useModal } from '@payloadcms/ui'
import { createContext, useCallback, useContext, useState } from 'react'
import { CommentForm, COMMENT_DIALOG } from './CommentForm'
import type { SelectedPassage } from './selectedPassage'

const Context = createContext<(passage: SelectedPassage | null) => void>(() => undefined)

/** Opens the form for a comment on a passage, or on the whole text. */
export const useComment = () => useContext(Context)

/** Lets everything in it open the form for a comment on this version. */
export const Commenting = ({
  collection,
  id,
  version,
  children,
}: {
  collection: string
  id: string
  version: number
  children: React.ReactNode
}) => {
  const { openModal } = useModal()
  const [passage, setPassage] = useState<SelectedPassage | null>(null)
  const open = useCallback(
    (selected: SelectedPassage | null) => {
      setPassage(selected)
      openModal(COMMENT_DIALOG)
    },
    [openModal],
  )
  return (
    <Context.Provider value={open}>
      {children}
      <CommentForm
        // Another passage is another comment.
        key={passage?.exact ?? ''}
        collection={collection}
        id={id}
        version={version}
        passage={passage}
      />
    </Context.Provider>
  )
}

/** For those who have selected nothing. */
export const CommentButton = () => {
  const comment = useComment()
  return (
    <Button buttonStyle="secondary" size="small" margin={false} onClick={() => comment(null)}>
      Write a comment
    </Button>
  )
}
