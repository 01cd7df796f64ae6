import { createHash, createHmac } from 'node:crypto'

/** A key of the audit chain. Who has the database and not the key can forge neither a row nor a record. */
export interface AuditKey {
  /** Says which key it is, and nothing of it. */
  id: string
  secret: string
}

/** The key with this id; null when this process does not have it. */
export type FindAuditKey = (id: string) => AuditKey | null

/** Names a key by a digest of it: 64 bits of a secret of at least 32 characters. */
export function auditKeyOf(secret: string): AuditKey {
  const digest = createHash('sha256').update(`vouch audit key\0${secret}`).digest('hex')
  return { id: digest.slice(0, 16), secret }
}

/** `hmac-sha256:` and the hex digest, keyed. */
export function macOf({ secret }: AuditKey, text: string): string {
  return `hmac-sha256:${createHmac('sha256', secret).update(text, 'utf8').digest('hex')}`
}
