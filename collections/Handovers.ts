import type { CollectionConfig } from 'payload'
import { ESCALATION_REASONS } from '../src/vocabulary'
import { readOnly } from './access/recordAccess'
import { appendOnly } from './audit/refuseChange'
import { idField } from './fields/id'
import { createdAt } from './fields/moments'
import { options } from './fields/options'

export const Handovers: CollectionConfig = {
  slug: 'handovers',
  admin: {
    group: 'Review',
    description: 'Questions that were passed to a person, with the package that the person was given.',
    components: { Description: '/src/admin/lists/ListDescription#ListDescription' },
    useAsTitle: 'question',
    defaultColumns: ['question', 'reason', 'queue', 'urgency', 'createdAt'],
  },
  access: readOnly,
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
    { name: 'urgency', type: 'select', required: true, options: options(['normal', 'high']) },
    { name: 'queue', type: 'text', required: true },
    { name: 'receipt', type: 'relationship', relationTo: 'answers', required: true },
    { name: 'package', type: 'json', required: true },
    createdAt('When'),
  ],
}
