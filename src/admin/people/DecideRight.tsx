'use client'
import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { postJson } from '../postJson'

/** Confirm or refuse a right; who may not is told why. */
export const DecideRight = ({ id, refusal }: { id: string; refusal: string | null }) => {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const decide = async (decision: 'confirm' | 'refuse') => {
    setBusy(true)
    const posted = await postJson(`/api/v1/rights/${id}/${decision}`, {})
    setBusy(false)
    if (!posted.ok) return void toast.error(posted.detail)
    toast.success(decision === 'confirm' ? 'Confirmed: it holds from now on.' : 'Refused.')
    router.refresh()
  }
  if (refusal) return <p className="vouch-quiet">{refusal}</p>
  return (
    <>
      <Button size="small" disabled={busy} onClick={() => void decide('confirm')}>
        Confirm
      </Button>
      <Button size="small" buttonStyle="secondary" disabled={busy} onClick={() => void decide('refuse')}>
        Refuse
      </Button>
    </>
  )
}
