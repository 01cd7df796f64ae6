'use client'

import { useDocumentInfo, ViewDescription } from '@payloadcms/ui'

/** What a collection is for, above its list and not again above each of its documents. */
export const ListDescription = ({ description }: { description?: string }) => {
  const { collectionSlug } = useDocumentInfo()
  return collectionSlug || !description ? null : <ViewDescription description={description} />
}
