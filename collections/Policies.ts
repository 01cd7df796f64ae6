import { POLICY_KINDS } from '../src/vocabulary'
import { governedEditor } from './editor'
import { options } from './fields/options'
import { governedCollection } from './governed/governedCollection'

export const Policies = governedCollection({
  slug: 'policies',
  useAsTitle: 'title',
  labels: { singular: 'Policy', plural: 'Policies' },
  defaultColumns: ['title', 'workflowState', 'topic', 'audience', 'updatedAt'],
  teaching: 'What holds, and for whom. Bots may use a text once someone other than its author has signed it.',
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 300 },
    { name: 'body', type: 'richText', required: true, editor: governedEditor },
    {
      name: 'kind',
      type: 'select',
      required: true,
      options: options(POLICY_KINDS),
      defaultValue: 'policy',
      admin: { position: 'sidebar' },
    },
  ],
})
