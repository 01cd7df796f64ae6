'use client'

import { useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ActDialog } from '../ActDialog'
import { postJson } from '../postJson'
import { CodeInput } from '../signIn/CodeInput'
import { RecoveryCodes } from '../signIn/RecoveryCodes'
import { TextInput } from '../signIn/TextInput'

/** Does what takes both the person’s password and a code; shows the recovery codes where some were made. */
export const ProveDialog = ({
  slug,
  title,
  says,
  act,
  actStyle = 'primary',
  path,
}: {
  slug: string
  title: string
  says: string
  act: string
  actStyle?: 'primary' | 'error'
  path: string
}) => {
  const router = useRouter()
  const { closeModal } = useModal()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const send = async () => {
    const posted = await postJson<{ recoveryCodes?: string[] }>(path, { password, code })
    setCode('')
    setProblem(posted.ok ? null : posted.detail)
    if (!posted.ok) return
    setPassword('')
    if (posted.value.recoveryCodes) setCodes(posted.value.recoveryCodes)
    else closeModal(slug)
    router.refresh()
  }
  return (
    <ActDialog
      slug={slug}
      title={title}
      act={act}
      actStyle={actStyle}
      onAct={() => void send()}
      disabled={!password || !code}
      problem={problem}
      done={codes !== null}
    >
      {codes ? (
        <RecoveryCodes codes={codes} />
      ) : (
        <>
          <p>{says}</p>
          <TextInput
            id={`${slug}-password`}
            label="Your password"
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <CodeInput id={`${slug}-code`} value={code} onChange={setCode} />
        </>
      )}
    </ActDialog>
  )
}
