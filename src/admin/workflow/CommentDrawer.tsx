'use client'

import { Button, Drawer, formatDrawerSlug, TextareaInput, useEditDepth, useModal } from '@payloadcms/ui'
import { useState, type ComponentProps } from 'react'
import type { Transition } from '../../governance/types'
import { NEEDS_WORDS } from './stepWords'
import type { Step, Workflow } from './types'

const MAX_COMMENT = 4000

/** A button that opens a drawer which says the effect and takes a comment. */
export const CommentDrawer = ({
  button,
  step: { transition, label },
  workflow,
  onPress,
}: {
  button: ComponentProps<typeof Button>
  step: Step
  workflow: Workflow
  onPress: (transition: Transition, comment?: string) => Promise<boolean>
}) => {
  const needs = NEEDS_WORDS[transition]
  const slug = formatDrawerSlug({ slug: `vouch-${transition}`, depth: useEditDepth() })
  const { openModal, closeModal } = useModal()
  const [comment, setComment] = useState('')
  if (!needs) return null
  const words = comment.trim()
  const confirm = async () => {
    closeModal(slug)
    if (await onPress(transition, words || undefined)) setComment('')
  }
  return (
    <>
      <Button {...button} onClick={() => openModal(slug)}>
        {label}
      </Button>
      <Drawer slug={slug} title={needs.title}>
        <div className="vouch-drawer">
          <p>{needs.explain(workflow)}</p>
          <TextareaInput
            path={`vouch-comment-${transition}`}
            label={needs.comment}
            required={needs.required}
            rows={5}
            value={comment}
            onChange={(event) => setComment(event.target.value.slice(0, MAX_COMMENT))}
          />
          <div className="vouch-buttons">
            <Button
              buttonStyle={transition === 'withdraw' ? 'error' : 'primary'}
              disabled={needs.required && !words}
              margin={false}
              onClick={() => void confirm()}
            >
              {label}
            </Button>
            <Button buttonStyle="secondary" margin={false} onClick={() => closeModal(slug)}>
              Cancel
            </Button>
          </div>
        </div>
      </Drawer>
    </>
  )
}
