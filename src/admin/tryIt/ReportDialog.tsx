'use client'

import { TextareaInput, toast } from '@payloadcms/ui'
import { useState } from 'react'
import type { ReportGapRequest } from '../../http/trySchemas'
import { ActDialog } from '../ActDialog'
import { documentHref } from '../links'
import { postJson } from '../postJson'
import { FIX_WORDS } from '../words'
import type { Tried } from './types'

export const REPORT_DIALOG = 'vouch-report-gap'

type GapReason = ReportGapRequest['reason']
const REASONS: readonly GapReason[] = [
  'no_coverage',
  'insufficient',
  'unsupported',
  'conflict',
  'expired',
  'not_visible',
]

/** Puts the question on the backlog; nothing counts it as asked by a customer. */
export const ReportDialog = ({ tried: { request, trial } }: { tried: Tried }) => {
  const [reason, setReason] = useState<GapReason>(
    REASONS.find((each) => each === trial.reason) ?? 'insufficient',
  )
  const [note, setNote] = useState('')
  const [reported, setReported] = useState<{ gapId: string; known: boolean } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const report = async () => {
    const { bot, question } = request
    const body: ReportGapRequest = { bot, question, locale: trial.locale, reason, note: note.trim() }
    setBusy(true)
    const posted = await postJson<{ gapId: string; known: boolean }>('/api/v1/gaps', body)
    setBusy(false)
    setProblem(posted.ok ? null : posted.detail)
    if (!posted.ok) return
    setReported(posted.value)
    toast.success('It is on the backlog.')
  }
  return (
    <ActDialog
      slug={REPORT_DIALOG}
      title="Report a gap"
      act="Report it"
      onAct={() => void report()}
      disabled={busy || !note.trim()}
      problem={problem}
      done={reported !== null}
    >
      <fieldset className="vouch-choices" disabled={reported !== null}>
        <legend>What would help?</legend>
        {REASONS.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="vouch-gap-reason"
              checked={reason === each}
              onChange={() => setReason(each)}
            />
            <span>{FIX_WORDS[each]}</span>
          </label>
        ))}
      </fieldset>
      <TextareaInput
        path="vouch-gap-note"
        label="What is wrong with the answer? (stays with the gap)"
        required
        rows={4}
        value={note}
        onChange={(event) => setNote(event.target.value.slice(0, 1900))}
      />
      {reported && (
        <p>
          {reported.known ? 'It was on the backlog already.' : 'It is on the backlog.'}{' '}
          <a href={documentHref('gaps', reported.gapId)}>Open the gap</a>
        </p>
      )}
    </ActDialog>
  )
}
