'use client'

import { Button, toast, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ActDialog } from '../ActDialog'
import { postJson } from '../postJson'

const SLUG = 'vouch-factor-reset'

/** Takes away the second factor of somebody who lost phone and codes, once a second person agrees. */
export const ResetFactor = ({ id, name, refusal }: { id: string; name: string; refusal: string | null }) => {
  const router = useRouter()
  const { openModal, closeModal } = useModal()
  const [problem, setProblem] = useState<string | null>(null)
  const reset = async () => {
    const posted = await postJson<{ message: string }>(`/api/users/${id}/second-factor/reset`, {})
    setProblem(posted.ok ? null : posted.detail)
    if (!posted.ok) return
    closeModal(SLUG)
    toast.success(posted.value.message)
    router.refresh()
  }
  if (refusal) return <p className="vouch-quiet">{refusal}</p>
  return (
    <>
      <Button buttonStyle="secondary" margin={false} size="medium" onClick={() => openModal(SLUG)}>
        Reset the second factor
      </Button>
      <ActDialog
        slug={SLUG}
        title={`Reset the second factor of ${name}?`}
        act="Reset it"
        actStyle="error"
        onAct={() => void reset()}
        disabled={false}
        problem={problem}
      >
        <p>
          For somebody who lost their phone and their recovery codes. Be sure that it is {name} who asks: call
          them. Where there is a second admin, or compliance, they have to agree first. Then {name} is signed
          out and signs in with the password alone.
        </p>
      </ActDialog>
    </>
  )
}
