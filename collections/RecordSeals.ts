import type { CollectionConfig } from 'payload'
import { nobody } from './access/roles'
import { appendOnly } from './audit/refuseChange'
import { idField } from './fields/id'

/** What was last written of every record, keyed (src/governance/recordSeal.ts); only its batch is ever set afterwards. */
export const RecordSeals: CollectionConfig = {
  slug: 'record-seals',
  admin: { hidden: true },
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  hooks: appendOnly,
  timestamps: false,
  fields: [
    idField,
    // Not `collection`: Payload's own name for where a document is from.
    { name: 'of', type: 'text', required: true },
    { name: 'rowId', type: 'text', required: true, index: true },
    { name: 'revision', type: 'number', required: true },
    { name: 'at', type: 'text', required: true },
    { name: 'gone', type: 'checkbox', required: true },
    { name: 'keyId', type: 'text', required: true },
    /** What anyone can hold the record against, without the key; of what may be shown outside alone. */
    { name: 'digest', type: 'text' },
    { name: 'mac', type: 'text', required: true },
    { name: 'batch', type: 'number', index: true },
  ],
}
