'use client'

import { Button, formatDrawerSlug, TextareaInput, useEditDepth, useModal } from '@payloadcms/ui'
import { useState, type ComponentProps } from 'react'
import { ActDialog } from '../ActDialog'
import type { Needs, Press } from './stepWords'
import type { Workflow } from './types'
import { WhenField, type When } from './WhenField'

const MAX_COMMENT = 4000

/** A button that opens a dialog which says the effect and takes a comment. It stays, with what was typed, until it is done. */
export const CommentDialog = ({
  press,
  label,
  needs,
  button,
  workflow,
  onPress,
}: {
  press: Press
  label: string
  needs: Needs
  button: ComponentProps<typeof Button>
  workflow: Workflow
  /** @returns why it was refused; null when it was done. */
  onPress: (comment?: string, when?: When) => Promise<string | null>
}) => {
  const slug = formatDrawerSlug({ slug: `vouch-${press}`, depth: useEditDepth() })
  const { openModal, closeModal } = useModal()
  const [comment, setComment] = useState('')
  const [when, setWhen] = useState<When>(workflow.effectiveFrom)
  // Whoever signs after another signs the day that was signed first.
  const asksWhen = press === 'sign_and_publish' && workflow.signatures.length === 0
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const words = comment.trim()
  const required = needs.required(workflow)
  const confirm = async () => {
    setBusy(true)
    const refused = await onPress(
      words || undefined,
      asksWhen && when !== workflow.effectiveFrom ? when : undefined,
    )
    setBusy(false)
    setProblem(refused)
    if (refused) return
    setComment('')
    closeModal(slug)
  }
  const open = () => {
    setProblem(null)
    openModal(slug)
  }
  return (
    <>
      <Button {...button} onClick={open}>
        {label}
      </Button>
      <ActDialog
        slug={slug}
        title={needs.title}
        act={label}
        actStyle={press === 'withdraw' ? 'error' : 'primary'}
        onAct={() => void confirm()}
        disabled={busy || (required && !words) || (asksWhen && when === undefined)}
        problem={problem}
      >
        <p>{needs.explain(workflow)}</p>
        {needs.warn?.(workflow) && <p className="vouch-warn">{needs.warn(workflow)}</p>}
        {asksWhen && <WhenField when={when} onChange={setWhen} />}
        <TextareaInput
          path={`vouch-comment-${press}`}
          label={needs.comment}
          required={required}
          rows={4}
          value={comment}
          onChange={(event) => setComment(event.target.value.slice(0, MAX_COMMENT))}
        />
      </ActDialog>
    </>
  )
}
