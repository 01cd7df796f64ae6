import type { CollectionConfig } from 'payload'
import { ROLES } from '../../src/vocabulary'
import { fieldWithRole, signedIn, withRole } from '../access/roles'
import { idField } from '../fields/id'
import { updatedAt } from '../fields/moments'
import { options } from '../fields/options'
import { selfOrAdmin } from './selfOrAdmin'

export const Users: CollectionConfig = {
  slug: 'users',
  auth: { maxLoginAttempts: 8, lockTime: 10 * 60 * 1000, tokenExpiration: 8 * 60 * 60 },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'roles', 'updatedAt'],
    group: 'Set-up',
    description:
      'Authors write, approvers and compliance sign, QA reviewers work the gaps, admins run the place.',
    components: { Description: '/src/admin/lists/ListDescription#ListDescription' },
  },
  access: {
    admin: ({ req }) => req.user?.collection === 'users',
    read: signedIn,
    create: withRole('admin'),
    update: selfOrAdmin,
    delete: withRole('admin'),
    unlock: withRole('admin'),
  },
  fields: [
    idField,
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      required: true,
      saveToJWT: true,
      options: options(ROLES),
      admin: { components: { Cell: '/src/admin/people/RolesCell#RolesCell' } },
      defaultValue: ['author'],
      access: { create: fieldWithRole('admin'), update: fieldWithRole('admin') },
    },
    updatedAt,
  ],
}
