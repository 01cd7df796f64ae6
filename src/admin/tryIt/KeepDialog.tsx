'use client'

import { toast } from '@payloadcms/ui'
import { useState } from 'react'
import type { KeepCaseRequest } from '../../http/trySchemas'
import { OUTCOMES, type Outcome } from '../../vocabulary'
import { ActDialog } from '../ActDialog'
import { documentHref } from '../links'
import { postJson } from '../postJson'
import type { Tried } from './types'

export const KEEP_DIALOG = 'vouch-keep-case'

const CHOICES: Record<Outcome, string> = {
  answered: 'Be answered',
  clarify: 'Be asked back',
  escalated: 'Go to a person',
  refused: 'Be refused',
}

/** Keeps a trial as an eval case: with what came of it as what should, or with what should have. */
export const KeepDialog = ({ tried: { request, trial } }: { tried: Tried }) => {
  const [expected, setExpected] = useState<Outcome>(trial.outcome)
  const [kept, setKept] = useState<{ id: string; active: boolean } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const asItWas = expected === trial.outcome
  const keep = async () => {
    const body: KeepCaseRequest = {
      bot: request.bot,
      question: request.question,
      messages: request.messages ?? [],
      locale: trial.locale,
      expectedOutcome: expected,
      reason: asItWas ? trial.reason : null,
      gold: trial.citations.map(({ document: { collection, id } }) => ({ collection, id })),
    }
    setBusy(true)
    const posted = await postJson<{ id: string; active: boolean }>('/api/v1/eval-cases', body)
    setBusy(false)
    setProblem(posted.ok ? null : posted.detail)
    if (!posted.ok) return
    setKept(posted.value)
    toast.success('Kept as an eval case.')
  }
  return (
    <ActDialog
      slug={KEEP_DIALOG}
      title="Keep as an eval case"
      act="Keep it"
      onAct={() => void keep()}
      disabled={busy}
      problem={problem}
      done={kept !== null}
    >
      <fieldset className="vouch-choices" disabled={kept !== null}>
        <legend>“{request.question}” should</legend>
        {OUTCOMES.map((outcome) => (
          <label key={outcome}>
            <input
              type="radio"
              name="vouch-expected"
              checked={expected === outcome}
              onChange={() => setExpected(outcome)}
            />
            <span>
              {CHOICES[outcome]} {outcome === trial.outcome && <span className="vouch-quiet">as it was</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <p className="vouch-quiet">{consequence(expected, trial.citations.length)}</p>
      {kept && (
        <p>
          Kept{kept.active ? '' : ', switched off'}.{' '}
          <a href={documentHref('eval-cases', kept.id)}>
            {kept.active ? 'Open the case' : 'Name the documents that answer it'}
          </a>
        </p>
      )}
    </ActDialog>
  )
}

const consequence = (expected: Outcome, cited: number): string =>
  expected !== 'answered'
    ? 'Every run of the stored cases will ask it, and say so when something else comes of it.'
    : cited
      ? 'Every run will ask it, and expect an answer from one of the documents cited now.'
      : 'Nothing was cited, so the case is kept switched off until someone names the documents that answer it.'
