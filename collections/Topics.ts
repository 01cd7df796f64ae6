import type { CollectionConfig } from 'payload'
import { signedIn, withRole } from './access/roles'
import { idField } from './fields/id'
import { updatedAt } from './fields/moments'

export const Topics: CollectionConfig = {
  slug: 'topics',
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'queue', 'lead', 'escalate', 'updatedAt'],
    group: 'Knowledge',
    description: 'What texts are about, which team takes over, and which subjects always go to a person.',
    components: { Description: '/src/admin/lists/ListDescription#ListDescription' },
  },
  access: {
    read: signedIn,
    create: withRole('admin', 'approver'),
    update: withRole('admin', 'approver'),
    delete: withRole('admin'),
  },
  fields: [
    idField,
    { name: 'name', type: 'text', required: true, maxLength: 80 },
    { name: 'slug', type: 'text', required: true, unique: true, index: true, maxLength: 80 },
    {
      name: 'queue',
      type: 'text',
      maxLength: 80,
      admin: { description: 'The team that takes over when a question of this topic goes to a person.' },
    },
    { name: 'lead', type: 'relationship', relationTo: 'users' },
    {
      name: 'escalate',
      type: 'checkbox',
      defaultValue: false,
      label: 'Always pass to a person',
      admin: {
        description: 'High risk: bots never answer this topic themselves.',
        components: { Cell: '/src/admin/states/StateCell#OnOffCell' },
      },
    },
    updatedAt,
  ],
}
