'use client'

import { Button } from '@payloadcms/ui'
import { useId, useState, type KeyboardEvent } from 'react'
import { FOR_A_PERSON, type TurnLabel } from '../../answer/turn/labels'
import type { Verdict } from '../../vocabulary'
import { sentence } from '../words'
import { TextPicker, type Choosable } from './TextPicker'

const MOST_CHARACTERS = 4_000
const LABELS = Object.entries(FOR_A_PERSON) as [TurnLabel, { words: string }][]

/** What goes with a verdict. */
export interface VerdictDetails {
  note?: string
  missing?: boolean
  expected?: { collection: Choosable['collection']; id: string }
  label?: TurnLabel
}

/** Why, and what follows: the text that answers it, that none does, or what the turn is. Ctrl and Enter saves it. */
export const VerdictForm = ({
  verdict,
  considered,
  busy,
  onGive,
  onCancel,
}: {
  verdict: Verdict
  considered: readonly Choosable[]
  busy: boolean
  onGive: (details: VerdictDetails) => void
  onCancel: () => void
}) => {
  const id = useId()
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const [expected, setExpected] = useState<Choosable | null>(null)
  const [label, setLabel] = useState<TurnLabel>('asks_for_person')
  const lacks = verdict === 'wrong' || verdict === 'incomplete'
  const give = () =>
    onGive({
      ...(note.trim() && { note: note.trim() }),
      ...(lacks && missing && { missing }),
      ...(lacks &&
        !missing &&
        expected && { expected: { collection: expected.collection, id: expected.id } }),
      ...(verdict === 'should_have_escalated' && { label }),
    })
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) give()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the fields within it
    <div className="vouch-judge__form" onKeyDown={press}>
      {verdict === 'should_have_escalated' && (
        <label>
          What is it?{' '}
          <select value={label} onChange={({ target }) => setLabel(target.value as TurnLabel)}>
            {LABELS.map(([value, { words }]) => (
              <option key={value} value={value}>
                {sentence(words)}
              </option>
            ))}
          </select>
        </label>
      )}
      {lacks && (
        <label className="vouch-inline">
          <input type="checkbox" checked={missing} onChange={({ target }) => setMissing(target.checked)} />
          Nothing is written about it: put it on the backlog of gaps
        </label>
      )}
      {lacks && !missing && <TextPicker considered={considered} chosen={expected} onChoose={setExpected} />}
      <label htmlFor={id}>Why? Colleagues read it.</label>
      <textarea
        id={id}
        rows={3}
        maxLength={MOST_CHARACTERS}
        value={note}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the verdict was pressed to say why
        autoFocus
        onChange={({ target }) => setNote(target.value)}
      />
      <div className="vouch-buttons">
        <Button margin={false} size="small" disabled={busy} onClick={give}>
          Save verdict
        </Button>
        <Button margin={false} size="small" buttonStyle="secondary" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
