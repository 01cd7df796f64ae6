'use client'

import { Button, TextareaInput, useModal } from '@payloadcms/ui'
import { useState } from 'react'
import type { Dismissal } from '../../commands/gapActions'
import { ActDrawer } from '../ActDrawer'

const SLUG = 'vouch-dismiss-gap'

const CHOICES: { value: Dismissal; label: string; explain: string }[] = [
  {
    value: 'approved_non_answer',
    label: 'Approved non-answer',
    explain: 'We have decided that bots do not answer this.',
  },
  { value: 'not_ours', label: 'Not ours', explain: 'It is not about anything that we do.' },
]

/** Takes a gap off the backlog, with a reason that stays on record. */
export const DismissDrawer = ({
  disabled,
  onDismiss,
}: {
  disabled: boolean
  onDismiss: (body: { reason: Dismissal; note: string }) => Promise<void>
}) => {
  const { openModal, closeModal } = useModal()
  const [reason, setReason] = useState<Dismissal>('approved_non_answer')
  const [note, setNote] = useState('')
  const dismiss = () => {
    closeModal(SLUG)
    void onDismiss({ reason, note: note.trim() })
  }
  return (
    <>
      <Button buttonStyle="secondary" margin={false} disabled={disabled} onClick={() => openModal(SLUG)}>
        Dismiss with a reason
      </Button>
      <ActDrawer slug={SLUG} title="Dismiss this gap" act="Dismiss" onAct={dismiss} disabled={!note.trim()}>
        <fieldset className="vouch-choices">
          <legend>Why does it need no text?</legend>
          {CHOICES.map(({ value, label, explain }) => (
            <label key={value}>
              <input
                type="radio"
                name="vouch-dismissal"
                checked={reason === value}
                onChange={() => setReason(value)}
              />
              <span>
                {label} <span className="vouch-quiet vouch-block">{explain}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <TextareaInput
          path="vouch-dismissal-note"
          label="Who decided, and why? (kept in the audit)"
          required
          rows={4}
          value={note}
          onChange={(event) => setNote(event.target.value.slice(0, 1900))}
        />
      </ActDrawer>
    </>
  )
}
