'use client'

import { Banner, Button, CopyToClipboard, useFormModified, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Dialog } from './Dialog'
import { postJson } from './postJson'

interface SecretButtonProps {
  slug: string
  /** Where it is made, and the field of the answer that holds it. */
  path: string
  field: 'key' | 'secret'
  button: string
  /** What the button is called where several look alike. */
  label?: string
  size?: 'small' | 'medium'
  /** What it ends or changes: then it is asked for first, and done only when someone says so. */
  asks?: string
  className?: string
  title: string
  /** Where it is to be kept, and what is kept here. */
  keep: string
  kept: string
  /** Why this person may not; null when they may. */
  refusal: string | null
}

/** Makes a key or a secret and shows it, this once. */
export const SecretButton = (props: SecretButtonProps) => {
  const {
    slug,
    path,
    field,
    button,
    label,
    size = 'medium',
    asks,
    className,
    title,
    keep,
    kept,
    refusal,
  } = props
  const router = useRouter()
  const modified = useFormModified()
  const { openModal, closeModal } = useModal()
  const [shown, setShown] = useState<{ made: string } | { problem: string } | null>(null)
  const asking = Boolean(asks) && !shown
  const blocked = refusal ?? (modified ? 'Save your changes first.' : null)
  const create = async () => {
    const posted = await postJson<Record<string, string>>(path, {})
    setShown(posted.ok ? { made: posted.value[field] ?? '' } : { problem: posted.detail })
    openModal(slug)
  }
  const close = () => {
    const made = shown && 'made' in shown
    setShown(null)
    closeModal(slug)
    if (made) router.refresh()
  }
  return (
    <>
      {blocked && (
        <span id={`${slug}-why`} className="vouch-why">
          {blocked}
        </span>
      )}
      <Button
        buttonStyle="secondary"
        {...(className && { className })}
        disabled={blocked !== null}
        margin={false}
        size={size}
        {...(label && { 'aria-label': label })}
        onClick={() => (asks ? openModal(slug) : void create())}
        extraButtonProps={blocked ? { 'aria-describedby': `${slug}-why` } : {}}
      >
        {button}
      </Button>
      <Dialog slug={slug} title={title}>
        {shown && 'problem' in shown && <Banner type="error">{shown.problem}</Banner>}
        {asking && <p>{asks}</p>}
        {shown && 'made' in shown && (
          <>
            <p>
              {keep} <strong>It will not be shown again:</strong> {kept}
            </p>
            <p className="vouch-key">
              <code>{shown.made}</code>
              <CopyToClipboard
                value={shown.made}
                defaultMessage={`Copy the ${field}`}
                successMessage="Copied"
              />
            </p>
          </>
        )}
        <div className="vouch-buttons">
          {asking && (
            <Button margin={false} onClick={() => void create()}>
              {button}
            </Button>
          )}
          <Button margin={false} buttonStyle={asking ? 'secondary' : 'primary'} onClick={close}>
            {shown && 'made' in shown ? 'I have copied it' : asking ? 'Cancel' : 'Close'}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
