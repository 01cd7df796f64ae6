import type { CollectionConfig } from 'payload'
import { readOnly } from './access/recordAccess'
import { appendOnly } from './audit/refuseChange'
import { idField } from './fields/id'

/** That a bot was told of a recall, until when it must acknowledge it, and when it did. */
export const RecallNotices: CollectionConfig = {
  slug: 'recall-notices',
  admin: { hidden: true },
  access: readOnly,
  hooks: appendOnly,
  indexes: [{ fields: ['bot', 'acknowledgedAt'] }],
  fields: [
    idField,
    { name: 'recall', type: 'relationship', relationTo: 'recalls', required: true, index: true },
    { name: 'bot', type: 'relationship', relationTo: 'bots', required: true },
    { name: 'webhook', type: 'relationship', relationTo: 'webhooks', required: true },
    { name: 'answers', type: 'number', required: true },
    { name: 'deadline', type: 'date', required: true },
    { name: 'acknowledgedAt', type: 'date' },
  ],
}
