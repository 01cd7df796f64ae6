import { detailOf } from '../postJson'

/** What an authenticator app is set up with (collections/Users/secondFactor/refusals.ts). */
export interface FactorOffer {
  enrolment: string
  /** Base32, to type where a QR code cannot be read. */
  key: string
  /** The same with its name; on a phone it opens the app. */
  address: string
  /** As SVG. */
  qr: string
}

export interface Credentials {
  email: string
  password: string
  code?: string
  enrolment?: string
}

/** What came of trying to sign in. */
export type SignInStep =
  | { is: 'in'; session: unknown; recoveryCodes: string[] | null }
  | { is: 'code' }
  | { is: 'enrol'; offer: FactorOffer }
  | { is: 'refused'; detail: string }

const UNREACHED = 'The server cannot be reached. Check your connection and try again.'

/** One try: with a password, and with a code where that is asked for. */
export async function trySignIn(credentials: Credentials): Promise<SignInStep> {
  try {
    const response = await fetch('/api/users/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(credentials),
    })
    const json: unknown = await response.json().catch(() => null)
    return stepOf(json, response)
  } catch {
    return { is: 'refused', detail: UNREACHED }
  }
}

/** What the server’s answer asks for next. */
export function stepOf(json: unknown, { ok, status }: { ok: boolean; status: number }): SignInStep {
  const { recoveryCodes, errors } = (json ?? {}) as {
    recoveryCodes?: string[]
    errors?: { data?: { secondFactor?: string } & Partial<FactorOffer> }[]
  }
  if (ok) return { is: 'in', session: json, recoveryCodes: recoveryCodes ?? null }
  const asked = errors?.[0]?.data
  if (asked?.secondFactor === 'code') return { is: 'code' }
  if (asked?.secondFactor === 'enrol') return { is: 'enrol', offer: asked as FactorOffer }
  return { is: 'refused', detail: detailOf(json) ?? `The server answered ${status}. Try again shortly.` }
}
