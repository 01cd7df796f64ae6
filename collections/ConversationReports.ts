import type { CollectionConfig } from 'payload'
import { RESOLVERS } from '../src/vocabulary'
import { readOnly } from './access/recordAccess'
import { appendOnly } from './audit/refuseChange'
import { idField } from './fields/id'
import { options } from './fields/options'

/** How conversations ended and what customers thought of them, as bots report it; the latest word on each counts. */
export const ConversationReports: CollectionConfig = {
  slug: 'conversation-reports',
  labels: { singular: 'Report', plural: 'Outcomes' },
  admin: {
    group: 'Insight',
    description: 'How conversations ended, and how well bots help.',
    components: {
      views: {
        list: { Component: '/src/admin/outcomes/OutcomesRoom#OutcomesRoom' },
        edit: { root: { Component: '/src/admin/outcomes/ReportPage#ReportPage' } },
      },
    },
  },
  access: readOnly,
  hooks: appendOnly,
  fields: [
    idField,
    { name: 'bot', type: 'relationship', relationTo: 'bots', required: true, index: true },
    /** As receipts keep it. */
    { name: 'conversationId', type: 'text', required: true, index: true },
    { name: 'kind', type: 'select', required: true, options: options(['outcome', 'feedback']) },
    { name: 'resolved', type: 'checkbox' },
    { name: 'resolvedBy', type: 'select', options: options(RESOLVERS) },
    /** The customer came back: it was not resolved after all. */
    { name: 'reopened', type: 'checkbox' },
    { name: 'csat', type: 'number', min: 1, max: 5 },
    { name: 'thumbs', type: 'select', options: options(['up', 'down']) },
    /** The answer that the thumb or the rating is about; none: the whole conversation. */
    { name: 'receipt', type: 'relationship', relationTo: 'answers' },
    /** In the customer's words, without secrets. */
    { name: 'comment', type: 'textarea' },
  ],
}
