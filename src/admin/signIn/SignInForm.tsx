'use client'

import { Banner, Button, useAuth } from '@payloadcms/ui'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import { CodeInput } from './CodeInput'
import { RecoveryCodes } from './RecoveryCodes'
import { ShowOffer } from './ShowOffer'
import { trySignIn, type Credentials, type SignInStep } from './signIn'
import { TextInput } from './TextInput'

const WITHOUT: Credentials = { email: '', password: '' }

type Asked = { is: 'password' } | Exclude<SignInStep, { is: 'refused' }>

/** Signs a person in: with their password, and in a second step with a code where their account has a second factor. */
export const SignInForm = ({ to }: { to: string }) => {
  const router = useRouter()
  const { setUser } = useAuth()
  // Kept here alone, until the code is there too.
  const [given, setGiven] = useState(WITHOUT)
  const [asked, setAsked] = useState<Asked>({ is: 'password' })
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const enter = (session: unknown) => {
    setUser(session as Parameters<typeof setUser>[0])
    router.push(to)
  }
  const attempt = async (credentials: Credentials) => {
    setBusy(true)
    setProblem(null)
    const step = await trySignIn(credentials)
    if (step.is === 'in' && !step.recoveryCodes) return enter(step.session)
    setBusy(false)
    if (step.is === 'refused') return setProblem(step.detail)
    setGiven(step.is === 'in' ? WITHOUT : credentials)
    setCode('')
    setAsked(step)
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    if (asked.is === 'in') return enter(asked.session)
    if (asked.is !== 'password')
      return void attempt({
        ...given,
        code,
        ...(asked.is === 'enrol' && { enrolment: asked.offer.enrolment }),
      })
    // Read when it is sent: browsers fill fields in without telling.
    const fields = new FormData(event.currentTarget)
    return void attempt({
      email: String(fields.get('email') ?? ''),
      password: String(fields.get('password') ?? ''),
    })
  }
  const again = () => {
    setGiven(WITHOUT)
    setProblem(null)
    setAsked({ is: 'password' })
  }
  return (
    <form className="login__form vouch-sign-in" method="post" action="/api/users/login" onSubmit={submit}>
      <div role="alert">{problem && <Banner type="error">{problem}</Banner>}</div>
      {asked.is === 'password' && <PasswordStep email={given.email} />}
      {asked.is === 'code' && (
        <>
          <h1>One more step</h1>
          <CodeInput id="field-code" value={code} onChange={setCode} autoFocus invalid={problem !== null} />
        </>
      )}
      {asked.is === 'enrol' && (
        <>
          <h1>Set up your second factor</h1>
          <p>
            What your roles may do here takes a second factor. You set it up once; then you are signed in.
          </p>
          <ShowOffer offer={asked.offer} />
          <CodeInput id="field-code" value={code} onChange={setCode} invalid={problem !== null} appAlone />
        </>
      )}
      {asked.is === 'in' && asked.recoveryCodes && (
        <>
          <h1>Your recovery codes</h1>
          <RecoveryCodes codes={asked.recoveryCodes} />
        </>
      )}
      <div className="vouch-buttons">
        <Button type="submit" size="large" margin={false} disabled={busy}>
          {asked.is === 'in' ? 'I have kept them' : asked.is === 'password' ? 'Login' : 'Sign in'}
        </Button>
        {(asked.is === 'code' || asked.is === 'enrol') && (
          <Button type="button" size="large" margin={false} buttonStyle="secondary" onClick={again}>
            Start again
          </Button>
        )}
      </div>
    </form>
  )
}

const PasswordStep = ({ email }: { email: string }) => (
  <>
    <div className="login__form__inputWrap">
      <TextInput
        id="field-email"
        name="email"
        label="Email"
        type="email"
        autoComplete="username"
        required
        defaultValue={email}
      />
      <TextInput
        id="field-password"
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        required
      />
    </div>
    <Link href="/admin/forgot" prefetch={false}>
      Forgot password?
    </Link>
  </>
)
