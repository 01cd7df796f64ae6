'use client'
import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'
import { postJson } from '../postJson'

/** Leaves for the provider, to come back connected. */
export const ConnectButton = ({ provider }: { provider: string }) => {
  const [busy, setBusy] = useState(false)
  const leave = async () => {
    setBusy(true)
    const posted = await postJson<{ url: string }>('/sign-in/connect', {})
    if (posted.ok) return window.location.assign(posted.value.url)
    setBusy(false)
    toast.error(posted.detail)
  }
  return (
    <Button size="medium" disabled={busy} onClick={() => void leave()}>
      {busy ? `Going to ${provider}…` : `Connect with ${provider}`}
    </Button>
  )
}
