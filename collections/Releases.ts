import type { CollectionConfig } from 'payload'
import { AUDIENCES, GOVERNED_COLLECTIONS, RISK_TIERS } from '../src/vocabulary'
import { readOnly } from './access/recordAccess'
import { appendOnly } from './audit/refuseChange'
import { idField } from './fields/id'
import { options } from './fields/options'

/** The immutable snapshot of one signed version. Only its window (validFrom, validTo) and its review date move. */
export const Releases: CollectionConfig = {
  slug: 'releases',
  admin: {
    useAsTitle: 'title',
    // Not in the navigation: reached from the documents and receipts that they belong to.
    group: false,
    defaultColumns: ['title', 'version', 'validFrom', 'validTo'],
    components: {
      views: { edit: { root: { Component: '/src/admin/releases/ReleasePage#ReleasePage' } } },
    },
  },
  access: readOnly,
  hooks: appendOnly,
  indexes: [
    { fields: ['documentId', 'validFrom'] },
    { fields: ['documentCollection', 'documentId', 'sequence'], unique: true },
  ],
  fields: [
    idField,
    { name: 'documentCollection', type: 'select', required: true, options: [...GOVERNED_COLLECTIONS] },
    { name: 'documentId', type: 'text', required: true, index: true },
    { name: 'version', type: 'number', required: true },
    /** 1, 2, 3 … in the order in which the document’s releases were published. */
    { name: 'sequence', type: 'number', required: true, defaultValue: 1 },
    { name: 'title', type: 'text', required: true },
    { name: 'text', type: 'textarea', required: true },
    { name: 'textHash', type: 'text', required: true },
    { name: 'contentHash', type: 'text', required: true },
    { name: 'faq', type: 'checkbox', required: true },
    { name: 'kind', type: 'text' },
    { name: 'audience', type: 'select', required: true, options: options(AUDIENCES) },
    { name: 'riskTier', type: 'select', required: true, options: options(RISK_TIERS) },
    { name: 'topic', type: 'relationship', relationTo: 'topics' },
    { name: 'locale', type: 'text', required: true },
    /** Above standard, who looks after it and how often it is checked are signed with it. */
    { name: 'owner', type: 'relationship', relationTo: 'users' },
    { name: 'reviewEveryDays', type: 'number' },
    { name: 'approvals', type: 'relationship', relationTo: 'approvals', hasMany: true, required: true },
    { name: 'authors', type: 'relationship', relationTo: 'users', hasMany: true },
    { name: 'publishedBy', type: 'relationship', relationTo: 'users', required: true },
    { name: 'effectiveFrom', type: 'date' },
    { name: 'expiresAt', type: 'date' },
    { name: 'validFrom', type: 'date', index: true },
    { name: 'validTo', type: 'date', index: true },
    { name: 'activatedAt', type: 'date' },
    { name: 'withdrawnAt', type: 'date' },
    { name: 'reviewAt', type: 'date' },
    { name: 'chunker', type: 'text', required: true },
    /** The acceptance questions as they stood when it was published. */
    { name: 'acceptance', type: 'json' },
  ],
}
