import type { CollectionConfig } from 'payload'
import { nobody, whoMay } from './access/roles'
import { appendOnly } from './audit/refuseChange'
import { idField } from './fields/id'
import { createdAt } from './fields/moments'

/** Who did what, when. Rows are only ever added, each hashed over the one before it (governance/auditChain). */
export const AuditLog: CollectionConfig = {
  slug: 'audit-log',
  labels: { singular: 'Audit row', plural: 'Audit' },
  admin: {
    group: 'Set-up',
    useAsTitle: 'action',
    defaultColumns: ['seq', 'action', 'title', 'actorName', 'at'],
    description: 'Who did what, when. Rows are only ever added.',
    components: {
      Description: '/src/admin/lists/ListDescription#ListDescription',
      views: { list: { Component: '/src/admin/audit/AuditRoom#AuditRoom' } },
    },
  },
  access: {
    read: whoMay('readAudit'),
    create: nobody,
    update: nobody,
    delete: nobody,
  },
  defaultSort: '-seq',
  hooks: appendOnly,
  fields: [
    idField,
    { name: 'seq', type: 'number', required: true, unique: true, index: true, label: 'No.' },
    { name: 'at', type: 'date', required: true, index: true, label: 'When' },
    { name: 'action', type: 'text', required: true, index: true },
    { name: 'actor', type: 'text', required: true },
    { name: 'actorName', type: 'text', required: true },
    { name: 'subjectCollection', type: 'text', required: true },
    { name: 'subjectId', type: 'text', required: true, index: true },
    { name: 'title', type: 'text' },
    { name: 'detail', type: 'json' },
    { name: 'previousHash', type: 'text' },
    { name: 'hash', type: 'text', required: true },
    /** Which key the hash is made with; none in rows from before the chain had one. */
    { name: 'keyId', type: 'text' },
    createdAt('Stored'),
  ],
}
