import { ValidationError, type CollectionBeforeValidateHook } from 'payload'
import { sentenceOf } from '../../src/errors'

/** @throws {VouchError} that says why nothing is sent to this address. */
export type CheckAddress = (url: string) => void

/** An address that nothing would ever be sent to is refused before it is saved. */
export const checkAddress =
  (check: CheckAddress): CollectionBeforeValidateHook =>
  ({ data, originalDoc, req }) => {
    const url = (data as { url?: unknown } | undefined)?.url
    if (typeof url !== 'string' || url === (originalDoc as { url?: string } | undefined)?.url) return data
    try {
      check(url.trim())
      return { ...data, url: url.trim() }
    } catch (error) {
      const message = sentenceOf(error)
      if (!message) throw error
      throw new ValidationError({ collection: 'webhooks', errors: [{ path: 'url', message }], req }, req.t)
    }
  }
