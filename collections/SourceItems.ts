import type { CollectionConfig } from 'payload'
import { readOnly } from './access/recordAccess'
import { idField } from './fields/id'

/** What the last sync of a source learnt of each thing in it, so that an unchanged one is not read again. */
export const SourceItems: CollectionConfig = {
  slug: 'source-items',
  admin: { hidden: true, useAsTitle: 'key' },
  access: readOnly,
  fields: [
    // Made of its source and key (src/commands/sync/items.ts): there is one of each.
    idField,
    { name: 'source', type: 'relationship', relationTo: 'sources', required: true, index: true },
    { name: 'key', type: 'text', required: true, index: true },
    { name: 'location', type: 'text', required: true },
    { name: 'extension', type: 'text' },
    { name: 'revision', type: 'text' },
    /** Null: it was not read, or something in it is not done yet; the next sync reads it again. */
    { name: 'sha256', type: 'text' },
    { name: 'fetchedAt', type: 'date', required: true },
    { name: 'documents', type: 'number', required: true },
    { name: 'failures', type: 'json', required: true },
    /** What was left out of it (ingestion/omissions.ts). */
    { name: 'omissions', type: 'json' },
    { name: 'failed', type: 'checkbox', defaultValue: false, index: true },
    { name: 'vanishedAt', type: 'date', index: true },
  ],
}
