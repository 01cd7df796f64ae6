import type { CollectionConfig } from 'payload'
import { ASSIST_ACTS } from '../src/vocabulary'
import { readByAgents } from './access/recordAccess'
import { appendOnly } from './audit/refuseChange'
import { idField } from './fields/id'
import { options } from './fields/options'

/** What was suggested to colleagues in live conversations, and what they made of it: labels for what is suggested next. */
export const AssistRecords: CollectionConfig = {
  slug: 'assist-records',
  admin: { hidden: true },
  access: readByAgents,
  hooks: appendOnly,
  fields: [
    idField,
    /** Of the suggestions; their own record has it as its id. */
    { name: 'assist', type: 'text', required: true, index: true },
    { name: 'act', type: 'select', required: true, options: options(ASSIST_ACTS) },
    { name: 'bot', type: 'relationship', relationTo: 'bots', required: true, index: true },
    /** As receipts keep it. */
    { name: 'conversationId', type: 'text', index: true },
    /** Where it was asked for one; what is erased with it is erased here too. */
    { name: 'handover', type: 'relationship', relationTo: 'handovers', index: true },
    /** Texts of ours with what they quote; nothing that a customer wrote. */
    { name: 'suggestions', type: 'json' },
    { name: 'nothingApproved', type: 'checkbox' },
    /** Which suggestion a label is of, from 0. */
    { name: 'suggestion', type: 'number', min: 0 },
    /** What was sent in its place, or why it was rejected; without secrets. */
    { name: 'text', type: 'textarea' },
    { name: 'by', type: 'text', required: true },
    { name: 'byName', type: 'text', required: true },
  ],
}
