import type { CollectionConfig } from 'payload'
import { FOLLOW_UP_STATES } from '../src/vocabulary'
import { readOnly } from './access/recordAccess'
import { appendOnly } from './audit/refuseChange'
import { idField } from './fields/id'
import { options } from './fields/options'

/** Each answer that cited a recalled release; the last of a conversation carries its follow-up. */
export const RecalledAnswers: CollectionConfig = {
  slug: 'recalled-answers',
  admin: { hidden: true },
  access: readOnly,
  hooks: appendOnly,
  fields: [
    idField,
    { name: 'recall', type: 'relationship', relationTo: 'recalls', required: true, index: true },
    { name: 'receipt', type: 'relationship', relationTo: 'answers', required: true, index: true },
    { name: 'bot', type: 'relationship', relationTo: 'bots', required: true, index: true },
    { name: 'conversationId', type: 'text', index: true },
    { name: 'answeredAt', type: 'date' },
    { name: 'followUp', type: 'select', index: true, options: options(FOLLOW_UP_STATES) },
    { name: 'note', type: 'textarea' },
    { name: 'doneBy', type: 'relationship', relationTo: 'users' },
    { name: 'doneAt', type: 'date' },
  ],
}
