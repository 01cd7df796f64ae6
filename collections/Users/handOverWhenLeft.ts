import type { CollectionAfterChangeHook } from 'payload'
import type { User } from '../../payload-types'
import { handOverTexts } from '../../src/records/handOverTexts'
import { hasLeft } from '../../src/records/hasLeft'

/** When someone leaves, what they own goes to the lead of its topic, who is told; without a lead to an admin. */
export const handOverWhenLeft: CollectionAfterChangeHook<User> = async ({ doc, previousDoc, req }) => {
  if (hasLeft(doc) && !(previousDoc && hasLeft(previousDoc))) await handOverTexts(req, doc)
  return doc
}
