import type { BeforeListTableServerProps, CollectionSlug } from 'payload'
import { EMPTY_WORDS } from './emptyWords'

/** Above a list that holds nothing at all: what comes there, and how. A search that finds nothing says so by itself. */
export const NothingYet = async ({ payload, collectionSlug }: BeforeListTableServerProps) => {
  const words = EMPTY_WORDS[collectionSlug]
  if (!words) return null
  const { totalDocs } = await payload.count({ collection: collectionSlug as CollectionSlug })
  if (totalDocs) return null
  return (
    <div className="vouch-empty vouch-empty--room">
      <p>{words.nothing}</p>
      <p className="vouch-quiet">
        {words.how}
        {words.command && (
          <>
            {' '}
            <code>{words.command}</code>
          </>
        )}
      </p>
    </div>
  )
}
