import type { CollectionConfig } from 'payload'
import { ESCALATION_REASONS } from '../src/vocabulary'
import { readOnly } from './access/recordAccess'
import { appendOnly } from './audit/refuseChange'
import { idField } from './fields/id'
import { createdAt } from './fields/moments'
import { options } from './fields/options'
import { unlisted } from './fields/unlisted'

export const Handovers: CollectionConfig = {
  slug: 'handovers',
  admin: {
    group: 'Review',
    description: 'Questions that were passed to a person, with the package that the person was given.',
    components: {
      Description: '/src/admin/lists/ListDescription#ListDescription',
      views: { edit: { root: { Component: '/src/admin/handovers/HandoverPage#HandoverPage' } } },
    },
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
    {
      name: 'urgency',
      type: 'select',
      required: true,
      options: options(['normal', 'high']),
      admin: { components: { Cell: '/src/admin/states/StateCell#WordsCell' } },
    },
    { name: 'queue', type: 'text', required: true },
    { name: 'receipt', type: 'relationship', relationTo: 'answers', required: true, admin: unlisted },
    { name: 'package', type: 'json', required: true, admin: unlisted },
    createdAt('When'),
  ],
}
