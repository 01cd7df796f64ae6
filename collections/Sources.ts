import type { CollectionConfig } from 'payload'
import { signedIn, withRole } from './access/roles'
import { auditChanges } from './audit/auditChanges'
import { idField } from './fields/id'

export const Sources: CollectionConfig = {
  slug: 'sources',
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'kind', 'location', 'lastIngestedAt'],
    group: 'Knowledge',
    description: 'Where documents were imported from. Run `vouch ingest PATH` to add one.',
    components: { Description: '/src/admin/lists/ListDescription#ListDescription' },
  },
  access: { read: signedIn, create: withRole('admin'), update: withRole('admin'), delete: withRole('admin') },
  hooks: auditChanges('source'),
  fields: [
    idField,
    { name: 'name', type: 'text', required: true },
    { name: 'kind', type: 'select', required: true, options: ['file', 'folder'] },
    { name: 'location', type: 'text', required: true, unique: true, index: true },
    { name: 'lastIngestedAt', type: 'date', admin: { readOnly: true } },
    { name: 'report', type: 'json', admin: { readOnly: true, description: 'What the last import did.' } },
  ],
}
