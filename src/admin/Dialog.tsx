'use client'

import { Modal, useModal } from '@payloadcms/ui'
import { useId, type ReactNode } from 'react'

/** A box over the page, which stays in sight: what is about to be signed can be read beside it. Escape closes it. */
export const Dialog = ({ slug, title, children }: { slug: string; title: string; children: ReactNode }) => {
  const { isModalOpen } = useModal()
  const heading = useId()
  if (!isModalOpen(slug)) return null
  return (
    <Modal
      slug={slug}
      className="vouch-dialog"
      closeOnBlur={false}
      lockBodyScroll={false}
      aria-labelledby={heading}
    >
      <div className="vouch-dialog__box">
        <h2 id={heading}>{title}</h2>
        {children}
      </div>
    </Modal>
  )
}
