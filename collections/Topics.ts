import type { CollectionConfig } from 'payload'
import { rolesThatMay } from '../src/governance/permissions'
import { fieldWhoMay, signedIn, whoMay } from './access/roles'
import { auditChanges } from './audit/auditChanges'
import { refuseDeleting } from './audit/refuseDeleting'
import { HANDOVER_CAUSES } from '../src/vocabulary'
import { idField } from './fields/id'
import { updatedAt } from './fields/moments'
import { options } from './fields/options'
import { askForApprovers, holdApprovers } from './rights/holdRights'

/** What decides who signs and what is answered is set by admins alone. */
const byAdmin = { create: fieldWhoMay('decideTopics'), update: fieldWhoMay('decideTopics') }

export const Topics: CollectionConfig = {
  slug: 'topics',
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'queue', 'lead', 'escalate', 'updatedAt'],
    group: 'Knowledge',
    description: 'What texts are about, which team takes over, and which subjects always go to a person.',
    components: {
      Description: '/src/admin/lists/ListDescription#ListDescription',
      beforeListTable: ['/src/admin/lists/NothingYet#NothingYet'],
    },
  },
  access: {
    read: signedIn,
    create: whoMay('describeTopics'),
    update: whoMay('describeTopics'),
    delete: whoMay('decideTopics'),
  },
  hooks: {
    beforeChange: [holdApprovers],
    afterChange: [...auditChanges('topic').afterChange, askForApprovers],
    afterDelete: auditChanges('topic').afterDelete,
    beforeDelete: [refuseDeleting('Rename it, or give its texts another topic.')],
  },
  fields: [
    idField,
    { name: 'name', type: 'text', required: true, maxLength: 80 },
    { name: 'slug', type: 'text', required: true, unique: true, index: true, maxLength: 80 },
    {
      name: 'queue',
      type: 'text',
      maxLength: 80,
      admin: { description: 'The team that takes over when a question of this topic goes to a person.' },
    },
    {
      name: 'takesOver',
      type: 'select',
      hasMany: true,
      label: 'Takes over for',
      options: options(HANDOVER_CAUSES),
      admin: {
        description:
          'What is handed over for one of these goes to this team, whatever the question was about. Who is in danger goes nowhere else but to “general”.',
      },
    },
    {
      name: 'lead',
      type: 'relationship',
      relationTo: 'users',
      access: byAdmin,
      admin: { description: 'Gets the texts of people who leave, and is told what is overdue.' },
    },
    {
      name: 'approvers',
      type: 'relationship',
      relationTo: 'users',
      hasMany: true,
      access: byAdmin,
      filterOptions: { roles: { in: rolesThatMay('reviewTexts') } },
      admin: { description: 'Who signs its sensitive texts. Without any, nobody may. Admins name them.' },
    },
    {
      name: 'escalate',
      type: 'checkbox',
      defaultValue: false,
      label: 'Always pass to a person',
      access: byAdmin,
      admin: {
        description: 'High risk: bots never answer this topic themselves.',
        components: { Cell: '/src/admin/states/StateCell#OnOffCell' },
      },
    },
    {
      name: 'synonyms',
      type: 'text',
      hasMany: true,
      maxLength: 200,
      admin: {
        description:
          'Words that mean the same, each group in one entry with commas between: cheque, check, chq. Whoever asks with one of them finds texts with the others.',
      },
    },
    {
      name: 'refuseOverdue',
      type: 'checkbox',
      defaultValue: false,
      label: 'Do not answer from overdue texts',
      access: byAdmin,
      admin: { description: 'A text that nobody confirmed in time is not used until someone does.' },
    },
    {
      name: 'rights',
      type: 'ui',
      admin: {
        position: 'sidebar',
        disableListColumn: true,
        components: { Field: '/src/admin/people/PendingRights#PendingRights' },
      },
    },
    updatedAt,
  ],
}
