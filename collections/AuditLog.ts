import type { CollectionConfig } from 'payload'
import { nobody, withRole } from './access/roles'
import { idField } from './fields/id'
import { createdAt } from './fields/moments'

/** Who did what, when. Rows are only ever added, by commands. */
export const AuditLog: CollectionConfig = {
  slug: 'audit-log',
  labels: { singular: 'Audit row', plural: 'Audit' },
  admin: {
    group: 'Set-up',
    useAsTitle: 'action',
    defaultColumns: ['action', 'title', 'actorName', 'createdAt'],
    description: 'Who did what, when. Rows are only ever added.',
    components: { Description: '/src/admin/lists/ListDescription#ListDescription' },
  },
  access: {
    read: withRole('admin', 'compliance', 'approver'),
    create: nobody,
    update: nobody,
    delete: nobody,
  },
  defaultSort: '-createdAt',
  fields: [
    idField,
    { name: 'action', type: 'text', required: true, index: true },
    { name: 'actor', type: 'text', required: true },
    { name: 'actorName', type: 'text', required: true },
    { name: 'subjectCollection', type: 'text', required: true },
    { name: 'subjectId', type: 'text', required: true, index: true },
    { name: 'title', type: 'text' },
    { name: 'detail', type: 'json' },
    createdAt('When'),
  ],
}
