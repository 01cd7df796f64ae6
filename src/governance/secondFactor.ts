import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Role } from '../vocabulary'

const PERIOD_SECONDS = 30

/** What every authenticator app reads: six digits each half minute, by SHA-1. */
const SETTINGS = { issuer: 'Vouch', algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS } as const

const KEY_BYTES = 20

const totpOf = (key: string, label = 'Vouch'): TOTP =>
  new TOTP({ ...SETTINGS, label, secret: Secret.fromBase32(key) })

/**
 * The key that one enrolment of a person offers: made of the installation’s secret and a random name of the enrolment, so
 * that nothing is stored of one that is never finished, and nobody else can offer a key of their own.
 * @returns Base32, as authenticator apps take it.
 */
export function keyOfEnrolment(
  secret: string,
  { person, enrolment }: { person: string; enrolment: string },
): string {
  const bytes = hkdfSync('sha256', secret, enrolment, `vouch second factor: ${person}`, KEY_BYTES)
  return new Secret({ buffer: bytes }).base32
}

/** What the QR code says: `otpauth://totp/Vouch:ann@example.com?…` */
export function addressOfKey(key: string, account: string): string {
  return totpOf(key, account).toString()
}

/**
 * The half minute, counted from 1970, whose code this is: the present one, or the one before or after it, for clocks differ.
 * All three are looked at, whatever the first says. @param after the last that was used: it and those before it count no more.
 */
export function stepOfCode(
  key: string,
  { code, at, after }: { code: string; at: number; after: number },
): number | null {
  const totp = totpOf(key)
  const present = Math.floor(at / 1000 / PERIOD_SECONDS)
  let found: number | null = null
  for (const step of [present - 1, present, present + 1]) {
    const right = isSame(totp.generate({ timestamp: step * PERIOD_SECONDS * 1000 }), code)
    if (right && step > after) found = step
  }
  return found
}

/** Compared by their digests, which are equally long, in the same time wherever they differ. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'vouch').update(text, 'utf8').digest()
  return timingSafeEqual(digest(a), digest(b))
}

/** What somebody typed as a code: six digits of the app, one of the recovery codes, or neither. */
export type TypedCode = { kind: 'app' | 'recovery'; code: string } | { kind: 'neither' }

/** Read as people write it: with spaces and hyphens, in either case, and with letters that look like digits. */
export function readCode(typed: unknown): TypedCode {
  if (typeof typed !== 'string' || typed.length > 100) return { kind: 'neither' }
  const plain = typed
    .normalize('NFKC')
    .replaceAll(/[\s‐-―-]/g, '')
    .toUpperCase()
  if (/^\d{6}$/.test(plain)) return { kind: 'app', code: plain }
  const code = plain.replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(code) ? { kind: 'recovery', code } : { kind: 'neither' }
}

/** Whether one of a person’s roles may be used with a second factor alone. */
export function needsSecondFactor(
  { roles }: { roles?: readonly Role[] | null },
  rolesThatNeedIt: readonly Role[],
): boolean {
  return (roles ?? []).some((role) => rolesThatNeedIt.includes(role))
}
