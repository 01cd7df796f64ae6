import type { CollectionConfig } from 'payload'
import { GOVERNED_COLLECTIONS, RISK_TIERS, ROLES } from '../src/vocabulary'
import { readOnly } from './access/recordAccess'
import { appendOnly } from './audit/refuseChange'
import { idField } from './fields/id'
import { options } from './fields/options'

/** Signatures: never changed, never deleted. A later edit voids one by no longer having its hash. */
export const Approvals: CollectionConfig = {
  slug: 'approvals',
  admin: {
    // Read where it belongs: beside texts, and at the bell.
    hidden: true,
    useAsTitle: 'title',
    defaultColumns: ['title', 'decision', 'approver', 'version', 'createdAt'],
  },
  access: readOnly,
  hooks: appendOnly,
  indexes: [{ fields: ['documentCollection', 'documentId', 'version'] }],
  fields: [
    idField,
    { name: 'documentCollection', type: 'select', required: true, options: [...GOVERNED_COLLECTIONS] },
    { name: 'documentId', type: 'text', required: true, index: true },
    { name: 'title', type: 'text', required: true },
    { name: 'version', type: 'number', required: true },
    { name: 'contentHash', type: 'text', required: true },
    { name: 'decision', type: 'select', required: true, options: options(['approved', 'changes_requested']) },
    { name: 'approver', type: 'relationship', relationTo: 'users', required: true },
    { name: 'approverRoles', type: 'select', hasMany: true, options: options(ROLES) },
    /** Whose right was used, when the approver stood in for someone; the roles are then that person’s. */
    { name: 'onBehalfOf', type: 'relationship', relationTo: 'users' },
    /** Ids of the topics whose approver signed. */
    { name: 'groups', type: 'text', hasMany: true },
    /** What the hash covers, to be read: for whom and when. */
    { name: 'audience', type: 'text' },
    { name: 'riskTier', type: 'select', options: options(RISK_TIERS) },
    { name: 'effectiveFrom', type: 'date' },
    { name: 'expiresAt', type: 'date' },
    /** Above standard: who looks after the text and how often it is checked, as they were signed. */
    { name: 'owner', type: 'relationship', relationTo: 'users' },
    { name: 'reviewEveryDays', type: 'number' },
    { name: 'comment', type: 'textarea' },
    /** The hash of the report that lay before the approver: acceptance questions, mutations, impact. */
    { name: 'reportHash', type: 'text' },
    /** Why each text that the report found to say otherwise may stand beside this one. */
    { name: 'waivers', type: 'json' },
  ],
}
