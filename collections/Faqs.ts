import { governedEditor } from './editor'
import { governedCollection } from './governed/governedCollection'

export const Faqs = governedCollection({
  slug: 'faqs',
  useAsTitle: 'question',
  labels: { singular: 'FAQ', plural: 'FAQs' },
  defaultColumns: ['question', 'workflowState', 'topic', 'audience', 'updatedAt'],
  teaching: 'One question, one answer. Bots may use it once someone other than its author has signed it.',
  fields: [
    { name: 'question', type: 'text', required: true, maxLength: 300 },
    { name: 'answer', type: 'richText', required: true, editor: governedEditor },
    {
      name: 'nonAnswer',
      type: 'checkbox',
      label: 'We do not advise on this',
      admin: {
        position: 'sidebar',
        description:
          'The bot then refuses with these words and cites them: say what you do not advise on, and where to go.',
      },
    },
  ],
})
