import { createHash } from 'node:crypto'

/** `sha256:` and the hex digest of the text's UTF-8 bytes. */
export const sha256 = (text: string): string =>
  `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`

/** Everything that a signature covers: the words, who may be told them, and when they hold. */
export interface SignedContent {
  collection: string
  title: string
  text: string
  kind: string | null
  audience: string
  riskTier: string
  topic: string | null
  locale: string
  effectiveFrom: string | null
  expiresAt: string | null
}

/** The hash that an approval binds to. Field order is fixed, so the same content has the same hash everywhere. */
export const contentHashOf = (content: SignedContent): string =>
  sha256(
    JSON.stringify([
      content.collection,
      content.title,
      content.text,
      content.kind,
      content.audience,
      content.riskTier,
      content.topic,
      content.locale,
      content.effectiveFrom,
      content.expiresAt,
    ]),
  )
