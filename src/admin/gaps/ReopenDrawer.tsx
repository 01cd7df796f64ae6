'use client'

import { Button, TextareaInput, useModal } from '@payloadcms/ui'
import { useState } from 'react'
import { ActDrawer } from '../ActDrawer'

const SLUG = 'vouch-reopen-gap'

/** Puts a dismissed gap on the backlog again, with a reason that stays on record. */
export const ReopenDrawer = ({
  disabled,
  onReopen,
}: {
  disabled: boolean
  onReopen: (note: string) => Promise<void>
}) => {
  const { openModal, closeModal } = useModal()
  const [note, setNote] = useState('')
  const reopen = () => {
    closeModal(SLUG)
    void onReopen(note.trim())
  }
  return (
    <>
      <Button buttonStyle="secondary" margin={false} disabled={disabled} onClick={() => openModal(SLUG)}>
        Reopen
      </Button>
      <ActDrawer slug={SLUG} title="Reopen this gap" act="Reopen" onAct={reopen} disabled={!note.trim()}>
        <TextareaInput
          path="vouch-reopen-note"
          label="Why does it need an answer after all? (kept in the audit)"
          required
          rows={4}
          value={note}
          onChange={(event) => setNote(event.target.value.slice(0, 1900))}
        />
      </ActDrawer>
    </>
  )
}
