import { governedEditor } from './editor'
import { governedCollection } from './governed/governedCollection'

export const Faqs = governedCollection({
  slug: 'faqs',
  useAsTitle: 'question',
  labels: { singular: 'FAQ', plural: 'FAQs' },
  defaultColumns: ['question', 'workflowState', 'topic', 'audience', 'updatedAt'],
  fields: [
    { name: 'question', type: 'text', required: true, maxLength: 300 },
    { name: 'answer', type: 'richText', required: true, editor: governedEditor },
  ],
})
