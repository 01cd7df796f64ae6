import type { CollectionConfig } from 'payload'
import { GOVERNED_COLLECTIONS, REPORT_STATES } from '../src/vocabulary'
import { readOnly } from './access/recordAccess'
import { appendOnly } from './audit/refuseChange'
import { idField } from './fields/id'
import { options } from './fields/options'

/** What a version would change, made before it is signed. A signature keeps the hash of the one that lay before the approver. */
export const ImpactReports: CollectionConfig = {
  slug: 'impact-reports',
  admin: { hidden: true },
  access: readOnly,
  hooks: appendOnly,
  fields: [
    idField,
    { name: 'documentCollection', type: 'select', required: true, options: [...GOVERNED_COLLECTIONS] },
    { name: 'documentId', type: 'text', required: true, index: true },
    { name: 'version', type: 'number', required: true },
    { name: 'contentHash', type: 'text', required: true },
    { name: 'state', type: 'select', required: true, options: options(REPORT_STATES) },
    /** Why it could not be made, as a sentence. */
    { name: 'problem', type: 'textarea' },
    { name: 'report', type: 'json' },
    { name: 'reportHash', type: 'text', index: true },
  ],
}
