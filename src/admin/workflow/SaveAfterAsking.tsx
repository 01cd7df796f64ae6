'use client'

import { ConfirmationModal, SaveButton, useModal } from '@payloadcms/ui'
import { useRef, type MouseEvent } from 'react'
import { useKeptWorkflow } from './WorkflowContext'
import { counted } from '../words'
import type { Workflow } from './types'

const SLUG = 'vouch-save-in-review'

/** Saving a text that is under review, or signed, takes it out of review: asked first, by mouse and by keyboard alike. */
export const SaveAfterAsking = () => {
  const { workflow } = useKeptWorkflow()
  const { openModal } = useModal()
  const around = useRef<HTMLDivElement>(null)
  const agreed = useRef(false)
  const ask = (event: MouseEvent) => {
    if (!workflow || !leavesReview(workflow) || agreed.current) {
      agreed.current = false
      return
    }
    event.preventDefault()
    event.stopPropagation()
    openModal(SLUG)
  }
  const save = () => {
    agreed.current = true
    around.current?.querySelector('button')?.click()
  }
  return (
    <div ref={around} onClickCapture={ask}>
      <SaveButton />
      {workflow && leavesReview(workflow) && (
        <ConfirmationModal
          modalSlug={SLUG}
          heading={
            workflow.state === 'approved' ? 'It is signed. Save anyway?' : 'It is in review. Save anyway?'
          }
          body={effectOf(workflow)}
          confirmLabel="Save as a new draft"
          onConfirm={save}
        />
      )}
    </div>
  )
}

const leavesReview = ({ state }: Workflow): boolean => state === 'in_review' || state === 'approved'

const effectOf = ({ title, version, signatures }: Workflow): string =>
  `A change of what is signed makes version ${version + 1} of “${title}”, a draft: it leaves review and must be sent again. ${
    signatures.length
      ? `Its ${counted(signatures.length, 'signature')} no longer ${signatures.length === 1 ? 'counts' : 'count'}. `
      : ''
  }You become one of its authors, so you may not sign it.`
