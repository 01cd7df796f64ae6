'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { postJson } from '../postJson'

/** Marks a comment as dealt with. */
export const ResolveButton = ({ id, about }: { id: string; about: string }) => {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const resolve = async () => {
    setBusy(true)
    const posted = await postJson(`/api/v1/comments/${id}/resolve`, {})
    setBusy(false)
    if (!posted.ok) return toast.error(posted.detail)
    toast.success('Resolved.')
    router.refresh()
  }
  return (
    <Button
      buttonStyle="secondary"
      size="small"
      margin={false}
      disabled={busy}
      aria-label={`Resolve: ${about.slice(0, 80)}`}
      onClick={() => void resolve()}
    >
      Resolve
    </Button>
  )
}
