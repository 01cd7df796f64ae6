'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { GovernedCollection } from '../../../vocabulary'
import { postJson } from '../../postJson'

/** Has the report on this version made, or made anew. */
export const MakeReportButton = ({
  collection,
  id,
  label,
}: {
  collection: GovernedCollection
  id: string
  label: string
}) => {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const make = async () => {
    setBusy(true)
    const posted = await postJson(`/api/v1/documents/${collection}/${id}/report`, {})
    setBusy(false)
    if (!posted.ok) return void toast.error(posted.detail)
    router.refresh()
  }
  return (
    <Button buttonStyle="secondary" margin={false} size="small" disabled={busy} onClick={() => void make()}>
      {label}
    </Button>
  )
}
