'use client'

import { Banner, Button, CopyToClipboard, useFormModified, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Dialog } from '../Dialog'
import { postJson } from '../postJson'

const SLUG = 'vouch-bot-key'

/** Makes a key and shows it, this once. */
export const CreateKeyButton = ({ botId, refusal }: { botId: string; refusal: string | null }) => {
  const router = useRouter()
  const modified = useFormModified()
  const { openModal, closeModal } = useModal()
  const [shown, setShown] = useState<{ key: string } | { problem: string } | null>(null)
  const blocked = refusal ?? (modified ? 'Save your changes first.' : null)
  const create = async () => {
    const posted = await postJson<{ key: string }>(`/api/v1/bots/${botId}/keys`, {})
    setShown(posted.ok ? { key: posted.value.key } : { problem: posted.detail })
    openModal(SLUG)
  }
  const close = () => {
    const made = shown && 'key' in shown
    setShown(null)
    closeModal(SLUG)
    if (made) router.refresh()
  }
  return (
    <>
      {blocked && (
        <span id="vouch-why-key" className="vouch-why">
          {blocked}
        </span>
      )}
      <Button
        buttonStyle="secondary"
        className="vouch-create-key"
        disabled={blocked !== null}
        margin={false}
        size="medium"
        onClick={() => void create()}
        extraButtonProps={blocked ? { 'aria-describedby': 'vouch-why-key' } : {}}
      >
        Create a key
      </Button>
      <Dialog slug={SLUG} title="A new key">
        {shown && 'problem' in shown && <Banner type="error">{shown.problem}</Banner>}
        {shown && 'key' in shown && (
          <>
            <p>
              Copy this key now and keep it where your bot’s secrets are.{' '}
              <strong>It will not be shown again:</strong> only its hash is stored.
            </p>
            <p className="vouch-key">
              <code>{shown.key}</code>
              <CopyToClipboard value={shown.key} defaultMessage="Copy the key" successMessage="Copied" />
            </p>
          </>
        )}
        <div className="vouch-buttons">
          <Button margin={false} onClick={close}>
            {shown && 'key' in shown ? 'I have copied it' : 'Close'}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
