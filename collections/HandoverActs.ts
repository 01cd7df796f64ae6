import type { CollectionConfig } from 'payload'
import { HANDOVER_ACTS } from '../src/vocabulary'
import { readByAgents } from './access/recordAccess'
import { appendOnly } from './audit/refuseChange'
import { idField } from './fields/id'
import { options } from './fields/options'
import { sealedField } from './fields/sealed'

/** What colleagues did with a hand-over: claims, notes, replies and how it ended, each with who and when. */
export const HandoverActs: CollectionConfig = {
  slug: 'handover-acts',
  admin: { hidden: true },
  access: readByAgents,
  hooks: appendOnly,
  defaultSort: 'createdAt',
  fields: [
    idField,
    { name: 'handover', type: 'relationship', relationTo: 'handovers', required: true, index: true },
    { name: 'act', type: 'select', required: true, options: options(HANDOVER_ACTS) },
    /** As in `claimedBy` of the hand-over. */
    { name: 'by', type: 'text', required: true },
    { name: 'byName', type: 'text', required: true },
    /** A note, a reply or a summary, without secrets. */
    { name: 'text', type: 'textarea' },
    /** A reply as it was written, encrypted with the key of its hand-over: what the customer is told must be all of it. */
    sealedField('sealed'),
  ],
}
