'use client'

import { useId } from 'react'
import type { TextConflict } from '../../commands/conflicts/conflict'

/** By the id of a conflict: why both texts may stand. */
export type Reasons = Readonly<Record<string, string>>

/** Before the signature: a reason for each text that says otherwise. What is written here is audited and signed. */
export const WaiverFields = ({
  conflicts,
  reasons,
  onChange,
}: {
  conflicts: readonly TextConflict[]
  reasons: Reasons
  onChange: (reasons: Reasons) => void
}) => (
  <fieldset className="vouch-waivers">
    <legend>Texts in force say otherwise</legend>
    <p className="vouch-quiet">
      Have one of them changed, narrow whom or when it is for, or say why both may stand. The signature covers
      what you write.
    </p>
    {conflicts.map((conflict) => (
      <WaiverField
        key={conflict.id}
        conflict={conflict}
        reason={reasons[conflict.id] ?? ''}
        onChange={(reason) => onChange({ ...reasons, [conflict.id]: reason })}
      />
    ))}
  </fieldset>
)

const WaiverField = ({
  conflict: { ours, theirs },
  reason,
  onChange,
}: {
  conflict: TextConflict
  reason: string
  onChange: (reason: string) => void
}) => {
  const id = useId()
  return (
    <div className="vouch-waivers__one">
      <label htmlFor={id}>
        “{ours.fact}” here, “{theirs.fact}” in {theirs.document.title}
      </label>
      <textarea
        id={id}
        rows={2}
        maxLength={2000}
        value={reason}
        placeholder="Why both may stand"
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  )
}
