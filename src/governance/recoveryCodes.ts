import { createHmac, hkdfSync, randomInt, timingSafeEqual } from 'node:crypto'

export const RECOVERY_CODES = 10

/** Crockford’s: without I, L, O and U, which are read as other letters or digits. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 12

/** Ten codes of 60 bits each, without hyphens. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () =>
    Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  )
}

/** As people copy it: `7Q4K-M2XB-90TD`. */
export function writtenCode(code: string): string {
  return code.replaceAll(/.{4}(?=.)/g, '$&-')
}

/**
 * What is stored of a code. Keyed with the installation’s secret, which is not in the database: who reads that can try
 * nothing; and 60 bits of chance leave nothing to guess.
 */
export function hashOfRecoveryCode(
  secret: string,
  { person, code }: { person: string; code: string },
): string {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'vouch recovery code', 32))
  return createHmac('sha256', key).update(`${person}\0${code}`, 'utf8').digest('base64url')
}

/** The others, where one of them is this; null where none is. Every one is looked at. */
export function withoutCode(hashes: readonly string[], hash: string): string[] | null {
  const others = hashes.filter((each) => !isSame(each, hash))
  return others.length < hashes.length ? others : null
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}
