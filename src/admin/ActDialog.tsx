'use client'

import { Banner, Button, useModal } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import { Dialog } from './Dialog'

/** Asks for what one act needs, says why it was refused, and ends in the act's button and a way out. */
export const ActDialog = ({
  slug,
  title,
  act,
  actStyle = 'primary',
  onAct,
  disabled,
  problem = null,
  done = false,
  children,
}: {
  slug: string
  title: string
  /** What the act's button says. */
  act: string
  /** `error` for what takes something away. */
  actStyle?: 'primary' | 'error'
  onAct: () => void
  disabled: boolean
  problem?: string | null
  /** It was done, and the dialog shows what came of it. */
  done?: boolean
  children: ReactNode
}) => {
  const { closeModal } = useModal()
  return (
    <Dialog slug={slug} title={title}>
      {problem && (
        <div role="alert">
          <Banner type="error">{problem}</Banner>
        </div>
      )}
      {children}
      <div className="vouch-buttons">
        <Button buttonStyle={actStyle} margin={false} disabled={disabled || done} onClick={onAct}>
          {act}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={() => closeModal(slug)}>
          {done ? 'Close' : 'Cancel'}
        </Button>
      </div>
    </Dialog>
  )
}
