import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import type { GovernedCollection } from '../../src/vocabulary'
import { idOf } from '../../src/records/content'

/** A translation has one original, in another language, that is itself no translation. */
export const validateTranslation: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const original = idOf(data['translationOf'])
  if (!original || original === idOf(originalDoc?.translationOf)) return data
  const refuse = (message: string): never => {
    throw new ValidationError(
      { collection: collection.slug, errors: [{ path: 'translationOf', message }], req },
      req.t,
    )
  }
  if (original === originalDoc?.id) refuse('A text is no translation of itself.')
  const found = await req.payload.findByID({
    collection: collection.slug as GovernedCollection,
    id: original,
    depth: 0,
    disableErrors: true,
    req,
  })
  if (!found) return refuse('There is no such text.')
  if (found.translationOf) refuse('That text is a translation itself. Choose its original.')
  if (found.locale === (data['locale'] ?? originalDoc?.locale))
    refuse(`That text is in ${found.locale} too. Set the language of this one first.`)
  return data
}
