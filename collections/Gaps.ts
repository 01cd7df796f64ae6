import type { CollectionConfig } from 'payload'
import { GAP_STATES, RISK_TIERS } from '../src/vocabulary'
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
  defaultSort: '-rank',
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
    /** Who confirmed a proof that a person must confirm. */
    { name: 'verifiedBy', type: 'relationship', relationTo: 'users', access: { update: nobody } },
    /** The wording that its text does not answer yet, and why. */
    { name: 'failing', type: 'json', access: { update: nobody } },
    /** The ways in which it was asked, as they are compared with what comes next. */
    { name: 'wordings', type: 'json', access: { update: nobody } },
    /** Of the text that came nearest. */
    { name: 'tier', type: 'select', options: [...RISK_TIERS], access: { update: nobody } },
    /** Of the text that came nearest when it was opened. */
    { name: 'topic', type: 'relationship', relationTo: 'topics', index: true, access: { update: nobody } },
    /** Askings that were passed to a person. */
    { name: 'handovers', type: 'number', access: { update: nobody } },
    /** Sorts as impact does (src/gaps/impact.ts). */
    { name: 'rank', type: 'number', index: true, access: { update: nobody } },
    /** Taken for the matter of another company, by nobody: it comes back as soon as it is asked for beyond doubt. */
    { name: 'setAside', type: 'checkbox', access: { update: nobody } },
    { name: 'dueAt', type: 'date', access: { update: nobody } },
    /** The gap that people put it into. */
    { name: 'mergedInto', type: 'relationship', relationTo: 'gaps', access: { update: nobody } },
    /** Askings that people moved here, and out of here: what opened a gap is a record and stays as it was written. */
    { name: 'movedIn', type: 'json', access: { update: nobody } },
    { name: 'movedOut', type: 'json', access: { update: nobody } },
    { name: 'note', type: 'textarea', maxLength: 2000 },
  ],
}
