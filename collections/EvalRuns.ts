import type { CollectionConfig } from 'payload'
import { EVAL_RUN_STATES } from '../src/vocabulary'
import { readOnly } from './access/recordAccess'
import { appendOnly } from './audit/refuseChange'
import { idField } from './fields/id'
import { createdAt } from './fields/moments'
import { options } from './fields/options'

/** Runs of eval sets: the stored cases, asked here in the background, and the sets that `vouch eval` measured. */
export const EvalRuns: CollectionConfig = {
  slug: 'eval-runs',
  labels: { singular: 'Eval run', plural: 'Evals' },
  admin: {
    useAsTitle: 'set',
    group: 'Insight',
    components: {
      views: {
        list: { Component: '/src/admin/evals/EvalsRoom#EvalsRoom' },
        edit: { root: { Component: '/src/admin/evals/RunPage#RunPage' } },
      },
    },
  },
  access: readOnly,
  hooks: appendOnly,
  defaultSort: '-createdAt',
  fields: [
    idField,
    /** `stored` for the cases kept here, else the name of the set. */
    { name: 'set', type: 'text', required: true, index: true },
    { name: 'state', type: 'select', required: true, index: true, options: options(EVAL_RUN_STATES) },
    /** Who asked for it: a person's name, or the command. */
    { name: 'by', type: 'text', required: true },
    { name: 'questions', type: 'number', required: true },
    { name: 'done', type: 'number', required: true },
    /** What was measured, by the name of the measure. */
    { name: 'numbers', type: 'json', required: true },
    { name: 'versions', type: 'json', required: true },
    /** Question by question, for a run of stored cases. */
    { name: 'results', type: 'json', required: true },
    /** Where the whole report lies, for a run of the command. */
    { name: 'file', type: 'text' },
    { name: 'problem', type: 'textarea' },
    { name: 'finishedAt', type: 'date' },
    createdAt('When'),
  ],
}
