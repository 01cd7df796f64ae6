import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/**
 * Keeps texts that only this installation can read. Each record has a key of its own, which is kept wrapped with the
 * installation's: who destroys a record's key destroys its texts, wherever copies of them are.
 */
export interface Vault {
  /** A new key for the record `of`, wrapped: to be stored with it. */
  newKey: (of: string) => string
  /** Encrypts a text of the record, which can be read with that key alone, and of that record alone. */
  seal: (by: RecordKey, text: string) => string
  /** The text; null where the key, the record or the secret of the installation is another one, or the text was altered. */
  open: (by: RecordKey, sealed: string) => string | null
}

export interface RecordKey {
  /** As `newKey` made it. */
  key: string
  /** The record, such as `handovers:1f0f…`. */
  of: string
}

const VERSION = 'v1.'
const [KEY_BYTES, IV_BYTES, TAG_BYTES] = [32, 12, 16]

/** @param secret the installation's; the wrapping key is derived from it (HKDF) and is in no database. */
export function createVault(secret: string): Vault {
  const wrapping = Buffer.from(hkdfSync('sha256', secret, '', 'vouch vault', KEY_BYTES))
  const unwrap = ({ key, of }: RecordKey) => decrypt(wrapping, key, `key of ${of}`)
  return {
    newKey: (of) => encrypt(wrapping, randomBytes(KEY_BYTES), `key of ${of}`),
    seal: (by, text) => {
      const key = unwrap(by)
      if (!key) throw new Error(`The key of ${by.of} cannot be unwrapped.`)
      return encrypt(key, Buffer.from(text, 'utf8'), by.of)
    },
    open: (by, sealed) => {
      const key = unwrap(by)
      return (key && decrypt(key, sealed, by.of)?.toString('utf8')) ?? null
    },
  }
}

/** AES-256-GCM: initialization vector, tag and text in one. @param about is bound to it, and not in it. */
function encrypt(key: Buffer, text: Buffer, about: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about, 'utf8'))
  const hidden = Buffer.concat([cipher.update(text), cipher.final()])
  return VERSION + Buffer.concat([iv, cipher.getAuthTag(), hidden]).toString('base64url')
}

function decrypt(key: Buffer, sealed: string, about: string): Buffer | null {
  if (!sealed.startsWith(VERSION)) return null
  const bytes = Buffer.from(sealed.slice(VERSION.length), 'base64url')
  const [iv, tag] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)]
  if (tag.length < TAG_BYTES) return null
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(about, 'utf8'))
    .setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
  } catch {
    return null
  }
}
