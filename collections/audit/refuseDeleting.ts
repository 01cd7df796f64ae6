import { APIError, type CollectionBeforeDeleteHook } from 'payload'

/** For what the record refers to. @param instead what to do instead, as a sentence. */
export const refuseDeleting =
  (instead: string): CollectionBeforeDeleteHook =>
  () => {
    throw new APIError(`The record refers to it, so it cannot be deleted. ${instead}`, 409, undefined, true)
  }
