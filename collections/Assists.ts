import type { CollectionConfig } from 'payload'
import { ASSIST_OUTCOMES } from '../src/vocabulary'
import { readByAgents } from './access/recordAccess'
import { appendOnly } from './audit/refuseChange'
import { idField } from './fields/id'
import { createdAt } from './fields/moments'
import { options } from './fields/options'

/** What colleagues were suggested in a conversation, and what they made of it: used, edited or rejected are labels. */
export const Assists: CollectionConfig = {
  slug: 'assists',
  admin: { hidden: true },
  access: readByAgents,
  hooks: appendOnly,
  defaultSort: '-createdAt',
  fields: [
    idField,
    { name: 'bot', type: 'relationship', relationTo: 'bots', required: true, index: true },
    { name: 'handover', type: 'relationship', relationTo: 'handovers', index: true },
    /** As receipts keep it. */
    { name: 'conversationId', type: 'text', index: true },
    /** The colleague, as hand-overs name them. */
    { name: 'by', type: 'text', required: true },
    { name: 'byName', type: 'text', required: true },
    { name: 'locale', type: 'text', required: true },
    /** The latest open question, in the customer's words without secrets. */
    { name: 'question', type: 'textarea' },
    /** Each with its texts; by their place. */
    { name: 'suggestions', type: 'json', required: true },
    { name: 'nothingApproved', type: 'checkbox', required: true },
    { name: 'outcome', type: 'select', index: true, options: options(ASSIST_OUTCOMES) },
    /** Which suggestion, by its place from 1; none: all of them. */
    { name: 'suggestion', type: 'number' },
    /** What was sent instead, without secrets. */
    { name: 'sent', type: 'textarea' },
    { name: 'note', type: 'textarea' },
    { name: 'outcomeBy', type: 'text' },
    { name: 'outcomeAt', type: 'date' },
    createdAt('When'),
  ],
}
