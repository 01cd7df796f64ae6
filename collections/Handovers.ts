import type { CollectionConfig } from 'payload'
import { ESCALATION_REASONS, HANDOVER_STATES, URGENCIES } from '../src/vocabulary'
import { readByAgents } from './access/recordAccess'
import { appendOnly } from './audit/refuseChange'
import { idField } from './fields/id'
import { createdAt } from './fields/moments'
import { options } from './fields/options'
import { sealedField } from './fields/sealed'
import { unlisted } from './fields/unlisted'

export const Handovers: CollectionConfig = {
  slug: 'handovers',
  admin: {
    group: 'Review',
    description: 'Questions that were passed to a person, with the package that the person was given.',
    components: {
      Description: '/src/admin/lists/ListDescription#ListDescription',
      views: {
        list: { Component: '/src/admin/handovers/HandoverList#HandoverList' },
        edit: { root: { Component: '/src/admin/handovers/HandoverPage#HandoverPage' } },
      },
    },
    useAsTitle: 'question',
    defaultColumns: ['question', 'reason', 'queue', 'urgency', 'state', 'createdAt'],
  },
  access: readByAgents,
  hooks: appendOnly,
  defaultSort: '-createdAt',
  fields: [
    idField,
    { name: 'question', type: 'textarea', required: true },
    {
      name: 'reason',
      type: 'select',
      required: true,
      options: options(ESCALATION_REASONS),
      admin: { components: { Cell: '/src/admin/states/StateCell#ReasonCell' } },
    },
    {
      name: 'urgency',
      type: 'select',
      required: true,
      options: options(URGENCIES),
      admin: { components: { Cell: '/src/admin/states/StateCell#WordsCell' } },
    },
    { name: 'queue', type: 'text', required: true },
    {
      name: 'state',
      type: 'select',
      // Hand-overs that were stored before there were states have none, and wait. A default would change what is sealed.
      index: true,
      options: options(HANDOVER_STATES),
    },
    /** Whose customer waits. Older rows get it from their receipt (`nameHandoverBots`). */
    { name: 'bot', type: 'relationship', relationTo: 'bots', index: true, admin: unlisted },
    /** Tells one colleague from another: a person of this installation, or a name that a desk's key gave. */
    { name: 'claimedBy', type: 'text', index: true, admin: { hidden: true, ...unlisted } },
    { name: 'claimedByName', type: 'text', label: 'Who has it' },
    { name: 'claimedAt', type: 'date', admin: unlisted },
    /** Since when it is resolved or returned. */
    { name: 'endedAt', type: 'date', index: true, admin: unlisted },
    /** What was done, or what the bot is told that goes on. */
    { name: 'summary', type: 'textarea', admin: unlisted },
    { name: 'receipt', type: 'relationship', relationTo: 'answers', required: true, admin: unlisted },
    { name: 'package', type: 'json', required: true, admin: unlisted },
    /** How the customer is reached, encrypted (src/commands/handovers/contactDetails.ts). */
    sealedField('contact'),
    /** What that and replies are encrypted with, wrapped with the installation's key. Once it is gone, nobody reads them. */
    sealedField('vaultKey'),
    createdAt('When'),
  ],
}
