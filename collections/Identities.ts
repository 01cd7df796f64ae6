import type { CollectionConfig } from 'payload'
import { ROLES } from '../src/vocabulary'
import { nobody, whoMay } from './access/roles'
import { appendOnly } from './audit/refuseChange'
import { idField } from './fields/id'
import { options } from './fields/options'

/** As who an account signs in at the company’s own provider. Its id is made of both, so that there cannot be two. */
export const Identities: CollectionConfig = {
  slug: 'identities',
  admin: { hidden: true },
  access: { read: whoMay('managePeople'), create: nobody, update: nobody, delete: nobody },
  hooks: appendOnly,
  fields: [
    idField,
    { name: 'user', type: 'relationship', relationTo: 'users', required: true, unique: true },
    { name: 'issuer', type: 'text', required: true },
    { name: 'subject', type: 'text', required: true },
    /** What their groups gave at the last sign-in: the account has no role beyond. */
    { name: 'roles', type: 'select', hasMany: true, options: options(ROLES) },
    { name: 'connectedAt', type: 'date', required: true },
    { name: 'signedInAt', type: 'date', required: true },
    /** Since when no group of theirs means anything here. */
    { name: 'endedAt', type: 'date' },
  ],
}
