'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ActDialog } from '../ActDialog'
import { postJson } from '../postJson'
import { CodeInput } from '../signIn/CodeInput'
import { RecoveryCodes } from '../signIn/RecoveryCodes'
import { ShowOffer } from '../signIn/ShowOffer'
import type { FactorOffer } from '../signIn/signIn'
import { TextInput } from '../signIn/TextInput'

const BASE = '/api/users/second-factor'

/** Sets up one’s second factor: the password, then the app and a code of it, then the recovery codes. */
export const SetUpDialog = ({ slug }: { slug: string }) => {
  const router = useRouter()
  const [password, setPassword] = useState('')
  const [offer, setOffer] = useState<FactorOffer | null>(null)
  const [code, setCode] = useState('')
  const [codes, setCodes] = useState<string[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const begin = async () => {
    const posted = await postJson<FactorOffer>(`${BASE}/begin`, { password })
    setProblem(posted.ok ? null : posted.detail)
    if (!posted.ok) return
    setPassword('')
    setOffer(posted.value)
  }
  const confirm = async (enrolment: string) => {
    const posted = await postJson<{ recoveryCodes: string[] }>(`${BASE}/confirm`, { enrolment, code })
    setCode('')
    setProblem(posted.ok ? null : posted.detail)
    if (!posted.ok) return
    setCodes(posted.value.recoveryCodes)
    router.refresh()
  }
  return (
    <ActDialog
      slug={slug}
      title={codes ? 'Your recovery codes' : 'Set up a second factor'}
      act={offer ? 'Turn it on' : 'Go on'}
      onAct={() => void (offer ? confirm(offer.enrolment) : begin())}
      disabled={offer ? !code : !password}
      problem={problem}
      done={codes !== null}
    >
      {codes && <RecoveryCodes codes={codes} />}
      {!codes && !offer && (
        <TextInput
          id={`${slug}-password`}
          label="Your password"
          hint="A session that was left open is not enough to set one up."
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      )}
      {!codes && offer && (
        <>
          <ShowOffer offer={offer} />
          <CodeInput id={`${slug}-code`} value={code} onChange={setCode} appAlone />
        </>
      )}
    </ActDialog>
  )
}
