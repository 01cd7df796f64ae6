'use client'

import { useState } from 'react'
import type { Dismissal } from '../../commands/gapActions'
import { NotedDialog } from './NotedDialog'

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
  const [reason, setReason] = useState<Dismissal>('approved_non_answer')
  return (
    <NotedDialog
      slug="vouch-dismiss-gap"
      button="Dismiss with a reason"
      title="Dismiss this gap"
      act="Dismiss"
      question="Who decided, and why?"
      disabled={disabled}
      onAct={(note) => onDismiss({ reason, note })}
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
    </NotedDialog>
  )
}
