import { createHmac, hkdfSync } from 'node:crypto'

/** What a hash is for: each purpose has a key of its own, so that no two can be compared with each other. */
export type HashPurpose =
  | 'request'
  | 'idempotency'
  | 'customer'
  | 'conversation'
  | 'request id'
  | 'metadata'
  | 'erased customer'

/**
 * Hashes short texts so that they can be compared but not guessed: an unkeyed hash of a PIN is undone by trying all of
 * them. The keys are derived from the installation's secret (HKDF), which is not in the database.
 */
export type KeyedHash = (purpose: HashPurpose, text: string) => string

export function createKeyedHash(secret: string): KeyedHash {
  const keys = new Map<HashPurpose, Buffer>()
  const keyFor = (purpose: HashPurpose): Buffer => {
    const known = keys.get(purpose)
    if (known) return known
    const key = Buffer.from(hkdfSync('sha256', secret, '', `vouch keyed hash: ${purpose}`, 32))
    keys.set(purpose, key)
    return key
  }
  return (purpose, text) => createHmac('sha256', keyFor(purpose)).update(text, 'utf8').digest('base64url')
}
