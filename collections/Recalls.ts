import type { CollectionConfig } from 'payload'
import { GOVERNED_COLLECTIONS, RECALL_CAUSES, RECALL_STATES, RISK_TIERS } from '../src/vocabulary'
import { readOnly } from './access/recordAccess'
import { appendOnly } from './audit/refuseChange'
import { idField } from './fields/id'
import { createdAt } from './fields/moments'
import { options } from './fields/options'

/** Releases that are called back from everyone who was told what they said. */
export const Recalls: CollectionConfig = {
  slug: 'recalls',
  admin: {
    useAsTitle: 'title',
    group: 'Answers',
    defaultColumns: ['title', 'cause', 'state', 'answers', 'conversations', 'createdAt'],
    description: 'Texts that were withdrawn or corrected, and the answers that had quoted them.',
    components: {
      Description: '/src/admin/lists/ListDescription#ListDescription',
      beforeListTable: ['/src/admin/lists/NothingYet#NothingYet'],
    },
  },
  access: readOnly,
  hooks: appendOnly,
  defaultSort: '-createdAt',
  fields: [
    idField,
    { name: 'title', type: 'text', required: true },
    { name: 'release', type: 'relationship', relationTo: 'releases', required: true, unique: true },
    { name: 'documentCollection', type: 'select', required: true, options: [...GOVERNED_COLLECTIONS] },
    { name: 'documentId', type: 'text', required: true, index: true },
    { name: 'version', type: 'number', required: true },
    { name: 'riskTier', type: 'select', required: true, options: options(RISK_TIERS) },
    { name: 'cause', type: 'select', required: true, options: options(RECALL_CAUSES) },
    { name: 'reason', type: 'textarea' },
    { name: 'state', type: 'select', required: true, index: true, options: options(RECALL_STATES) },
    { name: 'answers', type: 'number' },
    { name: 'conversations', type: 'number', label: 'To follow up' },
    createdAt('Recalled'),
  ],
}
