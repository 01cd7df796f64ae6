import type { CollectionConfig } from 'payload'
import { readOnly } from './access/recordAccess'
import { idField } from './fields/id'
import { options } from './fields/options'

export const IndexVersions: CollectionConfig = {
  slug: 'index-versions',
  labels: { singular: 'Index version', plural: 'Index' },
  admin: {
    group: 'Set-up',
    defaultColumns: ['state', 'embeddingModel', 'chunker', 'store', 'createdAt'],
    description: 'One chunker, one embedding model, one store. `vouch index rebuild` builds a new one.',
    components: { Description: '/src/admin/lists/ListDescription#ListDescription' },
  },
  access: readOnly,
  fields: [
    idField,
    {
      name: 'state',
      type: 'select',
      required: true,
      index: true,
      options: options(['building', 'ready', 'active', 'retired']),
    },
    { name: 'store', type: 'text', required: true },
    { name: 'chunker', type: 'text', required: true },
    { name: 'embeddingModel', type: 'text' },
    { name: 'dimensions', type: 'number' },
    { name: 'denseWeight', type: 'number', required: true, min: 0, max: 1 },
    { name: 'activatedAt', type: 'date' },
  ],
}
