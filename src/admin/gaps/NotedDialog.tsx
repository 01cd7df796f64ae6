'use client'

import { Button, TextareaInput, useModal } from '@payloadcms/ui'
import { useState, type ReactNode } from 'react'
import { ActDialog } from '../ActDialog'

const MOST_CHARACTERS = 1_900

/** A button that asks why before something is done; the reason stays on record. */
export const NotedDialog = ({
  slug,
  button,
  title,
  act,
  question,
  disabled,
  onAct,
  children,
}: {
  slug: string
  button: string
  title: string
  /** What its button does. */
  act: string
  /** What the reason answers. */
  question: string
  disabled: boolean
  /** @returns why it was refused; null when it was done. */
  onAct: (note: string) => Promise<string | null>
  children?: ReactNode
}) => {
  const { openModal, closeModal } = useModal()
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async () => {
    const refused = await onAct(note.trim())
    setProblem(refused)
    if (!refused) closeModal(slug)
  }
  return (
    <>
      <Button buttonStyle="secondary" margin={false} disabled={disabled} onClick={() => openModal(slug)}>
        {button}
      </Button>
      <ActDialog
        slug={slug}
        title={title}
        act={act}
        onAct={() => void submit()}
        disabled={!note.trim()}
        problem={problem}
      >
        {children}
        <TextareaInput
          path={`${slug}-note`}
          label={`${question} (kept in the audit)`}
          required
          rows={4}
          value={note}
          onChange={(event) => setNote(event.target.value.slice(0, MOST_CHARACTERS))}
        />
      </ActDialog>
    </>
  )
}
