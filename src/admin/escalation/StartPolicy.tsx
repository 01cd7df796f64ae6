'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { documentHref } from '../links'
import { postJson } from '../postJson'

/** Makes a draft of what ships with Vouch, and opens it. */
export const StartPolicy = ({
  title,
  row,
  blocked,
}: {
  title: string
  row: object
  /** Why this person may not; null where they may. */
  blocked: string | null
}) => {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const start = async () => {
    setBusy(true)
    const posted = await postJson<{ doc: { id: string } }>('/api/escalation-policies', row)
    if (posted.ok) return router.push(documentHref('escalation-policies', posted.value.doc.id))
    setBusy(false)
    toast.error(posted.detail)
  }
  return (
    <Button
      buttonStyle="secondary"
      size="small"
      margin={false}
      disabled={busy || blocked !== null}
      {...(blocked && { tooltip: blocked })}
      aria-label={`Write a policy: ${title}`}
      onClick={() => void start()}
    >
      Write a policy
    </Button>
  )
}
