import type { CollectionConfig } from 'payload'
import { nobody } from './access/roles'
import { appendOnly } from './audit/refuseChange'
import { idField } from './fields/id'

/**
 * What a person’s second step of signing in is checked with; its id is the person’s, so that there cannot be two. In a
 * collection of its own, that no face opens: nothing of it can come along with an account, and nothing that writes an account
 * whole can bring back a code that was used.
 */
export const SecondFactors: CollectionConfig = {
  slug: 'second-factors',
  admin: { hidden: true },
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  hooks: appendOnly,
  fields: [
    idField,
    { name: 'person', type: 'relationship', relationTo: 'users', required: true, unique: true },
    /** Base32, encrypted with the installation’s secret. */
    { name: 'key', type: 'text', required: true, hidden: true },
    /** The half minute of the last code that was used: it and those before it count no more. */
    { name: 'lastStep', type: 'number', required: true },
    /** Hashes of those that were not used yet. */
    { name: 'recoveryCodes', type: 'json', required: true, hidden: true },
    { name: 'since', type: 'date', required: true },
  ],
}
