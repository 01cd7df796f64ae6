'use client'

import { Button, toast, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { WebhookShape } from '../../vocabulary'
import { ActDialog } from '../ActDialog'
import { postJson } from '../postJson'

const SLUG = 'vouch-webhook-sign-in'

const HINTS: Partial<Record<WebhookShape, string>> = {
  zendesk:
    'Zendesk: “Basic ” and the base64 of your-email/token:your-API-token, or “Bearer ” and an OAuth token.',
  intercom: 'Intercom: “Bearer ” and the access token of your app.',
}

interface SignInDialogProps {
  webhookId: string
  isSet: boolean
  shape: WebhookShape | null
}

/** Sets what the messages of a webhook are signed in with; it is typed here and never shown. */
export const SignInDialog = ({ webhookId, isSet, shape }: SignInDialogProps) => {
  const router = useRouter()
  const { openModal, closeModal } = useModal()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const set = async (authorization: string | null, done: string) => {
    const posted = await postJson(`/api/v1/webhooks/${webhookId}/sign-in`, { authorization })
    setProblem(posted.ok ? null : posted.detail)
    if (!posted.ok) return
    setTyped('')
    closeModal(SLUG)
    toast.success(done)
    router.refresh()
  }
  return (
    <>
      <Button buttonStyle="secondary" margin={false} size="medium" onClick={() => openModal(SLUG)}>
        {isSet ? 'Change the sign-in' : 'Set the sign-in'}
      </Button>
      <ActDialog
        slug={SLUG}
        title="Sign-in of the receiver"
        act="Keep it"
        onAct={() => void set(typed.trim(), 'It is kept, encrypted.')}
        disabled={!typed.trim()}
        problem={problem}
      >
        <p>
          Messages go out with this in the header Authorization. It is kept encrypted and cannot be read
          again. {shape && HINTS[shape]}
        </p>
        <div className="field-type text">
          <label className="field-label" htmlFor={`${SLUG}-value`}>
            Authorization
          </label>
          <input
            id={`${SLUG}-value`}
            type="password"
            autoComplete="off"
            maxLength={2_000}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        {isSet && (
          <p>
            <Button
              buttonStyle="secondary"
              margin={false}
              size="small"
              onClick={() => void set(null, 'It is taken away.')}
            >
              Take it away
            </Button>
          </p>
        )}
      </ActDialog>
    </>
  )
}
