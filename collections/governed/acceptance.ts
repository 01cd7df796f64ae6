import type { Field } from 'payload'
import { ACCEPTANCE_EXPECTS } from '../../src/vocabulary'

/**
 * The author's tests of the text. They are not what a bot says, so no signature of the text covers them: a question that
 * is added to a text in force asks for no new release. What the approver saw of them is in the report that is signed.
 */
export const acceptance: Field = {
  name: 'acceptance',
  type: 'array',
  label: 'Acceptance questions',
  labels: { singular: 'Question', plural: 'Questions' },
  maxRows: 50,
  admin: {
    description:
      'Asked before the text is signed, and again after every release. A question that must be answered is answered from this text.',
    initCollapsed: true,
  },
  fields: [
    { name: 'question', type: 'textarea', required: true, maxLength: 1000 },
    {
      name: 'expects',
      type: 'select',
      required: true,
      label: 'It must',
      options: ACCEPTANCE_EXPECTS.map((value) => ({
        value,
        label: value === 'answer' ? 'Be answered' : 'Be refused',
      })),
      defaultValue: 'answer',
    },
    {
      name: 'says',
      type: 'text',
      maxLength: 300,
      label: 'And say',
      admin: {
        description:
          'Words that the answer must contain. Alternatives are kept apart by a bar: 30 days | a month',
        condition: (_, { expects } = {}) => expects === 'answer',
      },
    },
  ],
}
