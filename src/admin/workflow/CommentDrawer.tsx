'use client'

import { Button, Drawer, formatDrawerSlug, TextareaInput, useEditDepth, useModal } from '@payloadcms/ui'
import { useState, type ComponentProps } from 'react'
import type { Needs, Press } from './stepWords'
import type { Workflow } from './types'
import { WhenField, type When } from './WhenField'

const MAX_COMMENT = 4000

/** A button that opens a drawer which says the effect and takes a comment. */
export const CommentDrawer = ({
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
  onPress: (comment?: string, when?: When) => Promise<boolean>
}) => {
  const slug = formatDrawerSlug({ slug: `vouch-${press}`, depth: useEditDepth() })
  const { openModal, closeModal } = useModal()
  const [comment, setComment] = useState('')
  const [when, setWhen] = useState<When>(workflow.effectiveFrom)
  // Whoever signs after another signs the day that was signed first.
  const asksWhen = press === 'sign_and_publish' && workflow.signatures.length === 0
  const words = comment.trim()
  const required = needs.required(workflow)
  const confirm = async () => {
    closeModal(slug)
    if (await onPress(words || undefined, asksWhen && when !== workflow.effectiveFrom ? when : undefined)) setComment('')
  }
  return (
    <>
      <Button {...button} onClick={() => openModal(slug)}>
        {label}
      </Button>
      <Drawer slug={slug} title={needs.title}>
        <div className="vouch-drawer">
          <p>{needs.explain(workflow)}</p>
          {asksWhen && <WhenField when={when} onChange={setWhen} />}
          <TextareaInput
            path={`vouch-comment-${press}`}
            label={needs.comment}
            required={required}
            rows={5}
            value={comment}
            onChange={(event) => setComment(event.target.value.slice(0, MAX_COMMENT))}
          />
          <div className="vouch-buttons">
            <Button
              buttonStyle={press === 'withdraw' ? 'error' : 'primary'}
              disabled={(required && !words) || (asksWhen && when === undefined)}
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
