'use client'

import { Button, ConfirmationModal, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { postJson } from '../postJson'

/** Does one thing to the index, after saying its effect where it has one; a refusal is shown in its own words. */
export const ActButton = ({
  label,
  path,
  body,
  confirm,
  why,
  primary = false,
  about,
}: {
  label: string
  path: string
  body?: object
  /** What to say before it is done. */
  confirm?: { heading: string; body: string }
  /** Why it may not be pressed. */
  why?: string | undefined
  primary?: boolean
  /** What it is done to, for those who do not see the row it stands in. */
  about?: string
}) => {
  const router = useRouter()
  const { openModal } = useModal()
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const slug = `vouch-index-${path}-${label}`.replaceAll(/\W+/g, '-')
  const act = async () => {
    setBusy(true)
    const posted = await postJson<unknown>(path, body ?? {})
    setBusy(false)
    setProblem(posted.ok ? null : posted.detail)
    if (posted.ok || !posted.unreached) router.refresh()
  }
  return (
    <div className="vouch-act">
      <Button
        buttonStyle={primary ? 'primary' : 'secondary'}
        size="small"
        margin={false}
        disabled={busy || Boolean(why)}
        onClick={() => (confirm ? openModal(slug) : void act())}
        {...(about && { 'aria-label': `${label}: ${about}` })}
      >
        {busy ? `${label}…` : label}
      </Button>
      {why && <p className="vouch-why">{why}</p>}
      {problem && (
        <p className="vouch-why" role="alert">
          {problem}
        </p>
      )}
      {confirm && (
        <ConfirmationModal
          modalSlug={slug}
          heading={confirm.heading}
          body={confirm.body}
          confirmLabel={label}
          confirmingLabel={`${label}…`}
          onConfirm={act}
        />
      )}
    </div>
  )
}
