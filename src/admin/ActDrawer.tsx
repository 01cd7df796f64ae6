'use client'

import { Banner, Button, Drawer, useModal } from '@payloadcms/ui'
import type { ReactNode } from 'react'

/** A drawer that asks for what one act needs, says why it was refused, and ends in the act's button and a way out. */
export const ActDrawer = ({
  slug,
  title,
  act,
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
  onAct: () => void
  disabled: boolean
  problem?: string | null
  /** It was done, and the drawer shows what came of it. */
  done?: boolean
  children: ReactNode
}) => {
  const { closeModal } = useModal()
  return (
    <Drawer slug={slug} title={title}>
      <div className="vouch-drawer">
        {problem && (
          <div role="alert">
            <Banner type="error">{problem}</Banner>
          </div>
        )}
        {children}
        <div className="vouch-buttons">
          <Button margin={false} disabled={disabled || done} onClick={onAct}>
            {act}
          </Button>
          <Button buttonStyle="secondary" margin={false} onClick={() => closeModal(slug)}>
            {done ? 'Close' : 'Cancel'}
          </Button>
        </div>
      </div>
    </Drawer>
  )
}
