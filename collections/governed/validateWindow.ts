import { ValidationError, type CollectionBeforeValidateHook } from 'payload'

/** A text that expires before it takes effect would never be in force. */
export const validateWindow: CollectionBeforeValidateHook = ({ collection, data, originalDoc, req }) => {
  const from = data?.['effectiveFrom'] ?? originalDoc?.effectiveFrom
  const until = data?.['expiresAt'] ?? originalDoc?.expiresAt
  if (from && until && new Date(until) <= new Date(from))
    throw new ValidationError(
      {
        collection: collection.slug,
        errors: [{ path: 'expiresAt', message: 'This must be later than “effective from”.' }],
        req,
      },
      req.t,
    )
  return data
}
