'use client'

import { Button, TextareaInput, useModal } from '@payloadcms/ui'
import { useState } from 'react'
import type { Dismissal } from '../../commands/gapActions'
import { ActDialog } from '../ActDialog'

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
export const DismissDialog = ({
  disabled,
  onDismiss,
}: {
  disabled: boolean
  /** @returns why it was refused; null when it was done. */
  onDismiss: (body: { reason: Dismissal; note: string }) => Promise<string | null>
}) => {
  const { openModal, closeModal } = useModal()
  const [reason, setReason] = useState<Dismissal>('approved_non_answer')
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const dismiss = async () => {
    const refused = await onDismiss({ reason, note: note.trim() })
    setProblem(refused)
    if (!refused) closeModal(SLUG)
  }
  return (
    <>
      <Button buttonStyle="secondary" margin={false} disabled={disabled} onClick={() => openModal(SLUG)}>
        Dismiss with a reason
      </Button>
      <ActDialog
        slug={SLUG}
        title="Dismiss this gap"
        act="Dismiss"
        onAct={() => void dismiss()}
        disabled={!note.trim()}
        problem={problem}
      >
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
      </ActDialog>
    </>
  )
}
