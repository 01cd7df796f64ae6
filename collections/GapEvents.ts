import type { CollectionConfig } from 'payload'
import { readOnly } from './access/recordAccess'
import { appendOnly } from './audit/refuseChange'
import { idField } from './fields/id'

export const GapEvents: CollectionConfig = {
  slug: 'gap-events',
  admin: { hidden: true },
  access: readOnly,
  hooks: appendOnly,
  fields: [
    idField,
    { name: 'gap', type: 'relationship', relationTo: 'gaps', required: true, index: true },
    { name: 'receipt', type: 'relationship', relationTo: 'answers', required: true },
    { name: 'question', type: 'textarea', required: true },
    { name: 'reason', type: 'text', required: true },
    { name: 'bot', type: 'relationship', relationTo: 'bots', required: true },
    { name: 'customer', type: 'text' },
  ],
}
