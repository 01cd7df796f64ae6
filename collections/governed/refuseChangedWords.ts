import { APIError, type CollectionBeforeChangeHook } from 'payload'
import { describeDifference } from '../../src/markdown/compare'
import { compareWritten, type RichText } from '../../src/records/richText/markdown'
import { importedFrom } from '../../src/records/byCommand'

/**
 * Refuses a text that Markdown cannot say as it stands in the editor: what is signed would not be what was seen. An import
 * compares by itself, and flags what differs.
 */
export const refuseChangedWords: CollectionBeforeChangeHook = async ({ collection, data, context }) => {
  if (context[importedFrom as unknown as string]) return data
  const body = (collection.slug === 'faqs' ? data['answer'] : data['body']) as RichText | null | undefined
  const [difference] = body ? await compareWritten(body) : []
  if (difference)
    throw new APIError(
      `The text cannot be kept as it stands: when it is signed, ${describeDifference(difference)}. Write that place more simply and save again.`,
      400,
      null,
      true,
    )
  return data
}
