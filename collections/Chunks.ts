import type { CollectionConfig } from 'payload'
import { readOnly } from './access/recordAccess'
import { appendOnly } from './audit/refuseChange'
import { idField } from './fields/id'

/** Citable spans of releases: `text` is `release.text.slice(start, end)`. */
export const Chunks: CollectionConfig = {
  slug: 'chunks',
  admin: { hidden: true },
  access: readOnly,
  hooks: appendOnly,
  fields: [
    idField,
    { name: 'release', type: 'relationship', relationTo: 'releases', required: true, index: true },
    { name: 'documentId', type: 'text', required: true, index: true },
    { name: 'position', type: 'number', required: true },
    { name: 'start', type: 'number', required: true },
    { name: 'end', type: 'number', required: true },
    { name: 'text', type: 'textarea', required: true },
    { name: 'headingPath', type: 'json', required: true },
    { name: 'tokens', type: 'number', required: true },
    { name: 'contentHash', type: 'text', required: true, index: true },
  ],
}
