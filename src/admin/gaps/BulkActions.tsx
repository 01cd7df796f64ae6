'use client'

import { Banner, Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { counted } from '../words'
import { postJson } from '../postJson'
import { BULK_FORM, checkedIn } from './checkedIn'
import { DismissDialog } from './DismissDialog'

const NONE = 'Tick the gaps first, at the beginning of their rows.'

interface BulkActionsProps {
  people: { id: string; label: string }[]
  /** Why this person may do nothing here; null when they may. */
  refusal: string | null
}

/** Does one thing to all gaps that are ticked. What is refused is said, and the others are done. */
export const BulkActions = ({ people, refusal }: BulkActionsProps) => {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const disabled = busy || refusal !== null
  /** @returns why it was refused; null when all was done. */
  const onEach = async (paths: readonly string[], body: unknown, done: string): Promise<string | null> => {
    if (paths.length === 0) return refuse(NONE)
    setBusy(true)
    const refused: string[] = []
    for (const path of paths) {
      const posted = await postJson(path, body)
      if (!posted.ok) refused.push(posted.detail)
    }
    setBusy(false)
    if (refused.length < paths.length) {
      toast.success(`${counted(paths.length - refused.length, 'gap')}: ${done}`)
      router.refresh()
    }
    return refuse([...new Set(refused)].join(' ') || null)
  }
  const refuse = (why: string | null): string | null => {
    setProblem(why)
    return why
  }
  const ticked = (act: string) => checkedIn(BULK_FORM, 'gap').map((id) => `/api/v1/gaps/${id}/${act}`)
  const merge = async () => {
    const [first, ...others] = checkedIn(BULK_FORM, 'gap')
    if (!first || others.length === 0)
      return refuse('Tick two gaps or more: the others go into the first of them.')
    return onEach([`/api/v1/gaps/${first}/merge`], { others }, 'the others are part of it now.')
  }
  return (
    <div className="vouch-bulk" role="group" aria-label="With all that are ticked">
      {problem && (
        <div role="alert">
          <Banner type="error">{problem}</Banner>
        </div>
      )}
      <label className="vouch-owner">
        <span>Give the ticked gaps to</span>
        <select
          disabled={disabled}
          value=""
          onChange={({ target: { value } }) =>
            void onEach(ticked('assign'), { owner: value || null }, 'assigned.')
          }
        >
          <option value="">Choose a person</option>
          {people.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <Button margin={false} buttonStyle="secondary" disabled={disabled} onClick={() => void merge()}>
        Merge into the first
      </Button>
      <DismissDialog
        disabled={disabled}
        onDismiss={(body) => onEach(ticked('dismiss'), body, 'will not be answered.')}
      />
      {refusal && <p className="vouch-why">{refusal}</p>}
    </div>
  )
}
