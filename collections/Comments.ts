import type { CollectionConfig } from 'payload'
import { GOVERNED_COLLECTIONS } from '../src/vocabulary'
import { readOnly } from './access/recordAccess'
import { appendOnly } from './audit/refuseChange'
import { idField } from './fields/id'
import { createdAt } from './fields/moments'

/**
 * What reviewers say about a passage of a version. The passage is kept as W3C’s text quote selector keeps it
 * (https://www.w3.org/TR/annotation-model/#text-quote-selector), so that it can be found again in a later version.
 */
export const Comments: CollectionConfig = {
  slug: 'comments',
  // Read where it belongs: beside texts, and at the bell.
  admin: { hidden: true, useAsTitle: 'body', defaultColumns: ['body', 'author', 'version', 'createdAt'] },
  access: readOnly,
  hooks: appendOnly,
  fields: [
    idField,
    { name: 'documentCollection', type: 'select', required: true, options: [...GOVERNED_COLLECTIONS] },
    { name: 'documentId', type: 'text', required: true, index: true },
    { name: 'version', type: 'number', required: true },
    { name: 'body', type: 'textarea', required: true },
    /** The words that it is about; empty: the whole text. */
    { name: 'exact', type: 'textarea' },
    { name: 'prefix', type: 'text' },
    { name: 'suffix', type: 'text' },
    { name: 'author', type: 'relationship', relationTo: 'users', required: true },
    { name: 'resolvedAt', type: 'date', index: true },
    { name: 'resolvedBy', type: 'relationship', relationTo: 'users' },
    createdAt('Said'),
  ],
}
