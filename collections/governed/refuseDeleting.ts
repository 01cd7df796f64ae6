import { APIError, type CollectionBeforeDeleteHook } from 'payload'

/** The trash takes drafts; nothing is ever deleted from it, because history refers to it. */
export const refuseDeleting: CollectionBeforeDeleteHook = () => {
  throw new APIError(
    'Texts are never deleted: the record refers to them. Move it to the trash, or archive it.',
    403,
    undefined,
    true,
  )
}
