'use client'

import { Button, TextareaInput, useModal } from '@payloadcms/ui'
import { useState } from 'react'
import { ActDialog } from '../ActDialog'

const SLUG = 'vouch-reopen-gap'

/** Puts a dismissed gap on the backlog again, with a reason that stays on record. */
export const ReopenDialog = ({
  disabled,
  onReopen,
}: {
  disabled: boolean
  /** @returns why it was refused; null when it was done. */
  onReopen: (note: string) => Promise<string | null>
}) => {
  const { openModal, closeModal } = useModal()
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const reopen = async () => {
    const refused = await onReopen(note.trim())
    setProblem(refused)
    if (!refused) closeModal(SLUG)
  }
  return (
    <>
      <Button buttonStyle="secondary" margin={false} disabled={disabled} onClick={() => openModal(SLUG)}>
        Reopen
      </Button>
      <ActDialog
        slug={SLUG}
        title="Reopen this gap"
        act="Reopen"
        onAct={() => void reopen()}
        disabled={!note.trim()}
        problem={problem}
      >
        <TextareaInput
          path="vouch-reopen-note"
          label="Why does it need an answer after all? (kept in the audit)"
          required
          rows={4}
          value={note}
          onChange={(event) => setNote(event.target.value.slice(0, 1900))}
        />
      </ActDialog>
    </>
  )
}
