import type { CollectionConfig } from 'payload'
import { AUDIENCES, EVAL_KIND_LABELS, EVAL_KINDS, EVAL_ORIGINS, OUTCOMES } from '../../src/vocabulary'
import { fieldWhoMay, nobody, whoMay } from '../access/roles'
import { auditChanges } from '../audit/auditChanges'
import { idField } from '../fields/id'
import { updatedAt } from '../fields/moments'
import { options } from '../fields/options'
import { unlisted } from '../fields/unlisted'
import { validateGold } from './validateGold'

/** Questions with the answer that they should get: kept from trials and closed gaps, written and mended by QA. */
export const EvalCases: CollectionConfig = {
  slug: 'eval-cases',
  labels: { singular: 'Eval case', plural: 'Eval cases' },
  admin: {
    useAsTitle: 'question',
    group: 'Insight',
    defaultColumns: ['question', 'kind', 'expectedOutcome', 'origin', 'active', 'updatedAt'],
    description: 'Questions that must get the right answer, whatever changes. “Evals” runs all that are on.',
    components: {
      Description: '/src/admin/lists/ListDescription#ListDescription',
      beforeListTable: ['/src/admin/lists/NothingYet#NothingYet'],
    },
  },
  access: {
    read: whoMay('readRecords'),
    create: whoMay('keepEvalCases'),
    update: whoMay('keepEvalCases'),
    delete: whoMay('keepEvalCases'),
  },
  hooks: auditChanges('eval_case'),
  defaultSort: '-updatedAt',
  fields: [
    idField,
    { name: 'question', type: 'textarea', required: true, maxLength: 4000 },
    {
      name: 'history',
      type: 'array',
      label: 'Earlier turns',
      labels: { singular: 'Turn', plural: 'Turns' },
      maxRows: 50,
      fields: [
        { name: 'role', type: 'select', required: true, options: options(['user', 'assistant']) },
        { name: 'content', type: 'textarea', required: true, maxLength: 8000 },
      ],
    },
    {
      name: 'expectedOutcome',
      type: 'select',
      required: true,
      label: 'What should happen',
      options: options(OUTCOMES),
      admin: { components: { Cell: '/src/admin/states/StateCell#OutcomeCell' } },
    },
    {
      name: 'gold',
      type: 'relationship',
      relationTo: ['policies', 'faqs'],
      hasMany: true,
      label: 'Documents that answer it',
      validate: validateGold,
      // A text is written in its own room, not from a list of questions.
      admin: { description: 'One of them is enough.', allowCreate: false },
    },
    {
      name: 'answerKey',
      type: 'text',
      hasMany: true,
      label: 'Answer key',
      admin: {
        placeholder: 'Words, then Enter',
        description:
          'What a right answer contains, each of these. Alternatives are kept apart by a bar: 30 days | a month',
      },
    },
    {
      name: 'leakStrings',
      type: 'text',
      hasMany: true,
      label: 'Must not be said',
      admin: { placeholder: 'Words, then Enter', description: 'No answer to it may contain these.' },
    },
    {
      name: 'kind',
      type: 'select',
      required: true,
      options: EVAL_KINDS.map((value) => ({ value, label: EVAL_KIND_LABELS[value] })),
      admin: { position: 'sidebar' },
    },
    {
      name: 'audiences',
      type: 'select',
      hasMany: true,
      required: true,
      defaultValue: ['public'],
      options: options(AUDIENCES),
      admin: { position: 'sidebar', description: 'Who asks.' },
    },
    {
      name: 'locale',
      type: 'text',
      required: true,
      defaultValue: 'en-GB',
      maxLength: 35,
      admin: { position: 'sidebar' },
    },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      label: 'On',
      admin: {
        position: 'sidebar',
        description: 'Cases that are off are kept, and not run.',
        components: { Cell: '/src/admin/states/StateCell#OnOffCell' },
      },
    },
    {
      name: 'origin',
      type: 'select',
      required: true,
      index: true,
      defaultValue: 'reviewer',
      options: options(EVAL_ORIGINS),
      access: { update: fieldWhoMay('changeOriginOfEvalCases') },
      admin: { position: 'sidebar' },
    },
    {
      name: 'gap',
      type: 'relationship',
      relationTo: 'gaps',
      index: true,
      access: { create: nobody, update: nobody },
      admin: { position: 'sidebar', readOnly: true, condition: ({ gap }) => Boolean(gap) },
    },
    /** The answer that reviewers judged. */
    {
      name: 'receipt',
      type: 'text',
      index: true,
      access: { create: nobody, update: nobody },
      admin: { hidden: true, ...unlisted },
    },
    updatedAt,
  ],
}
