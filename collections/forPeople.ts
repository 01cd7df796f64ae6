import type { CollectionConfig } from 'payload'

/**
 * What Payload shows of every collection and no reader of Vouch needs: the address of its API, stored versions as data
 * (a text's history is in its rail, its changes in the review), and one form for many rows, which would write the same
 * words into all of them.
 */
export const forPeople = (collections: readonly CollectionConfig[]): CollectionConfig[] =>
  collections.map((collection) => ({
    ...collection,
    disableBulkEdit: true,
    admin: {
      ...collection.admin,
      hideAPIURL: true,
      components: { ...collection.admin?.components, views: withoutVersions(collection) },
    },
  }))

type Views = NonNullable<NonNullable<NonNullable<CollectionConfig['admin']>['components']>['views']>

const withoutVersions = ({ admin, versions }: CollectionConfig): Views => {
  const views = admin?.components?.views ?? {}
  // A view that takes the whole page has no tabs.
  if (!versions || (views.edit && 'root' in views.edit && views.edit.root)) return views
  return {
    ...views,
    edit: { ...views.edit, versions: { tab: { condition: () => false } } } as unknown as Views['edit'],
  }
}
