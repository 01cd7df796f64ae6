'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { postJson } from '../postJson'

/** Signs one out elsewhere. @param says what the button is called where several look alike. */
export const EndSession = ({
  which,
  label,
  says,
}: {
  which: { id: string } | { others: true }
  label: string
  says?: string
}) => {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const end = async () => {
    setBusy(true)
    const posted = await postJson('/api/users/sessions/end', which)
    setBusy(false)
    if (posted.ok) toast.success('You are signed out there.')
    else toast.error(posted.detail)
    router.refresh()
  }
  return (
    <Button
      buttonStyle="secondary"
      margin={false}
      size="small"
      disabled={busy}
      onClick={() => void end()}
      {...(says && { 'aria-label': says })}
    >
      {label}
    </Button>
  )
}
