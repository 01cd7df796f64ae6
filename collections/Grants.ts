import type { CollectionConfig } from 'payload'
import { GRANT_STATES, ROLES } from '../src/vocabulary'
import { nobody, whoMay } from './access/roles'
import { appendOnly } from './audit/refuseChange'
import { idField } from './fields/id'
import { createdAt } from './fields/moments'
import { options } from './fields/options'

/** Rights that one person gave and a second has to agree to; until then nobody has them. */
export const Grants: CollectionConfig = {
  slug: 'grants',
  labels: { singular: 'Right', plural: 'Rights' },
  admin: { group: false, useAsTitle: 'title', defaultColumns: ['title', 'state', 'askedBy', 'createdAt'] },
  access: {
    read: whoMay('readRights'),
    create: nobody,
    update: nobody,
    delete: nobody,
  },
  hooks: appendOnly,
  defaultSort: '-createdAt',
  fields: [
    idField,
    {
      name: 'kind',
      type: 'select',
      required: true,
      options: options(['roles', 'topic', 'calibration', 'second_factor']),
    },
    /** What is given, in words: “Rory may sign as approver”. */
    { name: 'title', type: 'text', required: true },
    /** The person, topic or calibration that changes. */
    { name: 'subjectId', type: 'text', required: true, index: true },
    /** Who gets it; nobody for a calibration. */
    { name: 'person', type: 'relationship', relationTo: 'users', index: true },
    { name: 'roles', type: 'select', hasMany: true, options: options(ROLES) },
    { name: 'state', type: 'select', required: true, index: true, options: options(GRANT_STATES) },
    /** Nobody: the groups of the company’s provider gave it. */
    { name: 'askedBy', type: 'relationship', relationTo: 'users' },
    { name: 'decidedBy', type: 'relationship', relationTo: 'users' },
    { name: 'decidedAt', type: 'date' },
    createdAt('Asked'),
  ],
}
