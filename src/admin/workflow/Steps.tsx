'use client'

import { Banner, Button, toast, useFormModified } from '@payloadcms/ui'
import { useState } from 'react'
import type { TransitionResult } from '../../commands/transitionDocument'
import type { Transition } from '../../governance/types'
import { postJson } from '../postJson'
import { CommentDrawer } from './CommentDrawer'
import { DONE_WORDS, NEEDS_WORDS } from './stepWords'
import type { Step, Workflow } from './types'

const UNSAVED = 'Save your changes first, so that what is sent or signed is what you see.'

/** The buttons: those that this person may press, and those that they may not, with the reason. */
export const Steps = ({ workflow, onDone }: { workflow: Workflow; onDone: () => void }) => {
  const modified = useFormModified()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const press = async (transition: Transition, comment?: string) => {
    setBusy(true)
    setRefusal(null)
    const posted = await postJson<TransitionResult>(
      `/api/v1/documents/${workflow.collection}/${workflow.id}/transitions`,
      { transition, expectedVersion: workflow.version, ...(comment && { comment }) },
    )
    setBusy(false)
    if (posted.ok) toast.success(DONE_WORDS[transition])
    else setRefusal(posted.detail)
    onDone()
    return posted.ok
  }
  const now = workflow.steps.filter((step) => step.now)
  const later = workflow.steps.filter((step) => !step.now && step.transition !== 'withdraw')
  return (
    <div className="vouch-steps">
      {refusal && (
        <div role="alert">
          <Banner type="error">{refusal}</Banner>
        </div>
      )}
      {now.map((step) => (
        <StepButton
          key={step.transition}
          step={step}
          workflow={workflow}
          blocked={modified ? UNSAVED : null}
          busy={busy}
          onPress={press}
        />
      ))}
      {later.length > 0 && (
        <details className="vouch-later">
          <summary>Other steps</summary>
          {later.map((step) => (
            <p key={step.transition} className="vouch-quiet">
              {step.reason}
            </p>
          ))}
        </details>
      )}
    </div>
  )
}

interface StepButtonProps {
  step: Step
  workflow: Workflow
  blocked: string | null
  busy: boolean
  onPress: (transition: Transition, comment?: string) => Promise<boolean>
}

const STYLES: Partial<Record<Transition, 'primary' | 'secondary' | 'error'>> = {
  request_changes: 'secondary',
  withdraw: 'error',
}

const StepButton = ({ step, workflow, blocked, busy, onPress }: StepButtonProps) => {
  const { transition, label } = step
  const reason = step.reason ?? blocked
  const reasonId = `vouch-why-${transition}`
  const button = {
    buttonStyle: STYLES[transition] ?? ('primary' as const),
    className: `vouch-step vouch-step--${transition}`,
    disabled: reason !== null || busy,
    margin: false,
    size: 'medium' as const,
    extraButtonProps: reason ? { 'aria-describedby': reasonId } : {},
  }
  return (
    <div className="vouch-step-row">
      {transition in NEEDS_WORDS ? (
        <CommentDrawer button={button} step={step} workflow={workflow} onPress={onPress} />
      ) : (
        <Button {...button} onClick={() => void onPress(transition)}>
          {label}
        </Button>
      )}
      {reason && (
        <p id={reasonId} className="vouch-why">
          {reason}
        </p>
      )}
    </div>
  )
}
