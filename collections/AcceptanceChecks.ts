import type { CollectionConfig } from 'payload'
import { ACCEPTANCE_EXPECTS, GOVERNED_COLLECTIONS } from '../src/vocabulary'
import { readOnly } from './access/recordAccess'
import { appendOnly } from './audit/refuseChange'
import { idField } from './fields/id'

/** What came of each acceptance question of a text in force when it was last asked. */
export const AcceptanceChecks: CollectionConfig = {
  slug: 'acceptance-checks',
  admin: { hidden: true },
  access: readOnly,
  hooks: appendOnly,
  fields: [
    idField,
    { name: 'documentCollection', type: 'select', required: true, options: [...GOVERNED_COLLECTIONS] },
    { name: 'documentId', type: 'text', required: true, index: true },
    { name: 'question', type: 'textarea', required: true },
    { name: 'expects', type: 'select', required: true, options: [...ACCEPTANCE_EXPECTS] },
    { name: 'holds', type: 'checkbox', index: true },
    /** Why it does not hold, as a sentence. */
    { name: 'problem', type: 'textarea' },
    /** The release after which it no longer held. */
    { name: 'brokenBy', type: 'text' },
    { name: 'gap', type: 'relationship', relationTo: 'gaps' },
    { name: 'checkedAt', type: 'date', required: true },
  ],
}
