'use client'

import { Banner, Button, ConfirmationModal, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { postJson } from '../postJson'

/** Takes a key away after saying what that does; it cannot be undone. */
export const RevokeKeyButton = ({ botId, prefix }: { botId: string; prefix: string }) => {
  const router = useRouter()
  const { openModal } = useModal()
  const [problem, setProblem] = useState<string | null>(null)
  const slug = `vouch-revoke-${prefix}`
  const revoke = async () => {
    const posted = await postJson<null>(`/api/v1/bots/${botId}/keys/${encodeURIComponent(prefix)}/revoke`, {})
    setProblem(posted.ok ? null : posted.detail)
    if (posted.ok) router.refresh()
  }
  return (
    <>
      <Button
        buttonStyle="secondary"
        size="small"
        margin={false}
        aria-label={`Revoke the key vch_${prefix}…`}
        onClick={() => openModal(slug)}
      >
        Revoke
      </Button>
      {problem && <Banner type="error">{problem}</Banner>}
      <ConfirmationModal
        modalSlug={slug}
        heading="Revoke this key?"
        body={`Whoever asks with vch_${prefix}… is refused from then on, at once and for good. Give the bot another key first if it is in use.`}
        confirmLabel="Revoke it"
        confirmingLabel="Revoking"
        onConfirm={revoke}
      />
    </>
  )
}
