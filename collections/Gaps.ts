import type { CollectionConfig } from 'payload'
import { GAP_STATES } from '../src/vocabulary'
import { fieldWhoMay, nobody, whoMay } from './access/roles'
import { auditChanges } from './audit/auditChanges'
import { idField } from './fields/id'
import { options } from './fields/options'

/** One missing thing: the cluster of refusals that the same text would have prevented. */
export const Gaps: CollectionConfig = {
  slug: 'gaps',
  admin: {
    useAsTitle: 'question',
    group: 'Review',
    defaultColumns: ['question', 'seen', 'reason', 'owner', 'state', 'lastSeenAt'],
    components: {
      views: {
        list: { Component: '/src/admin/gaps/GapBacklog#GapBacklog' },
        edit: { root: { Component: '/src/admin/gaps/GapPage#GapPage' } },
      },
    },
  },
  access: { read: whoMay('readRecords'), create: nobody, update: whoMay('workGaps'), delete: nobody },
  hooks: auditChanges('gap'),
  defaultSort: '-seen',
  fields: [
    idField,
    { name: 'question', type: 'textarea', required: true, access: { update: nobody } },
    {
      name: 'state',
      type: 'select',
      required: true,
      index: true,
      options: options(GAP_STATES),
      access: { update: nobody },
    },
    { name: 'reason', type: 'text', required: true, access: { update: nobody } },
    { name: 'seen', type: 'number', required: true, access: { update: nobody } },
    { name: 'people', type: 'number', required: true, access: { update: nobody } },
    { name: 'lastSeenAt', type: 'date', required: true, access: { update: nobody } },
    { name: 'bot', type: 'relationship', relationTo: 'bots', required: true, access: { update: nobody } },
    {
      name: 'owner',
      type: 'relationship',
      relationTo: 'users',
      access: { update: fieldWhoMay('workGaps') },
    },
    {
      name: 'draft',
      type: 'relationship',
      relationTo: ['policies', 'faqs'],
      access: { update: nobody },
    },
    { name: 'closingReceipt', type: 'relationship', relationTo: 'answers', access: { update: nobody } },
    /** Every wording as it was asked again, the text that answered it, and its receipt. */
    { name: 'proof', type: 'json', access: { update: nobody } },
    { name: 'closedAt', type: 'date', access: { update: nobody } },
    { name: 'note', type: 'textarea', maxLength: 2000 },
  ],
}
