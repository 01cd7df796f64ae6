import type { CollectionConfig, DateField, Field } from 'payload'
import { withSentenceLabel } from './fields/sentenceLabel'

/**
 * Fields without a label of their own are named as a sentence begins, not as a headline. Dates are chosen as the reader’s browser writes them, and shown in lists with the day first. What Payload shows of every
 * collection and no reader of Vouch needs is left out: the address of its API, stored versions as data (a text's history is in
 * its rail, its changes in the review), and one form for many rows, which would write the same words into all of them.
 */
export const forPeople = (collections: readonly CollectionConfig[]): CollectionConfig[] =>
  collections.map((collection) => ({
    ...collection,
    disableBulkEdit: true,
    fields: collection.fields.map(inReadersDates).map(withSentenceLabel),
    admin: {
      ...collection.admin,
      hideAPIURL: true,
      components: { ...collection.admin?.components, views: withoutVersions(collection) },
    },
  }))

const instantField = '/src/admin/time/InstantField#InstantField'

/** A calendar of ours for each date, however deep; and days first where lists are filtered by one. */
function inReadersDates(field: Field): Field {
  if ('fields' in field) return { ...field, fields: field.fields.map(inReadersDates) } as Field
  if (field.type === 'tabs')
    return {
      ...field,
      tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(inReadersDates) })),
    }
  return field.type === 'date' ? withInstantField(field) : field
}

const withInstantField = ({ admin, ...field }: DateField): DateField => ({
  ...field,
  admin: {
    ...admin,
    components: { Field: instantField, ...admin?.components },
    date: {
      displayFormat: admin?.date?.pickerAppearance === 'dayAndTime' ? 'd MMM yyyy, HH:mm' : 'd MMM yyyy',
      timeFormat: 'HH:mm',
      ...admin?.date,
    } as NonNullable<DateField['admin']>['date'] & object,
  },
})

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
