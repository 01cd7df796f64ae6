'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { postJson } from '../postJson'

/** Puts a message into the outbox again, under its own id. */
export const SendAgainButton = ({ messageId }: { messageId: string }) => {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    const posted = await postJson(`/api/v1/webhook-messages/${messageId}/replay`, {})
    setBusy(false)
    if (!posted.ok) return void toast.error(posted.detail)
    toast.success('It is sent again shortly.')
    router.refresh()
  }
  return (
    <Button buttonStyle="secondary" margin={false} size="medium" disabled={busy} onClick={() => void send()}>
      Send again
    </Button>
  )
}
