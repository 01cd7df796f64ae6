import type { CollectionConfig, Field } from 'payload'

const VIEW = '/src/admin/JsonView#JsonView'

/**
 * Shows what is recorded as JSON as text. Payload's own editor for it loads its code from another company's servers; no
 * field here is written by hand, so none needs an editor.
 */
export const readableJson = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  fields: collection.fields.map(readable),
})

function readable(field: Field): Field {
  if (field.type === 'json' || field.type === 'code')
    return {
      ...field,
      admin: { ...field.admin, components: { Field: VIEW, ...field.admin?.components } },
    } as Field
  if (field.type === 'tabs')
    return {
      ...field,
      tabs: field.tabs.map((tab) => ({ ...tab, fields: tab.fields.map(readable) })),
    } as Field
  return 'fields' in field ? ({ ...field, fields: field.fields.map(readable) } as Field) : field
}
