import type { CollectionConfig } from 'payload'
import { CALIBRATION_STATES } from '../src/vocabulary'
import { readOnly } from './access/recordAccess'
import { appendOnly } from './audit/refuseChange'
import { idField } from './fields/id'
import { createdAt } from './fields/moments'
import { options } from './fields/options'

/** How sure is sure enough: what `vouch calibrate` fitted, on what, how well, and who put it in force. */
export const Calibrations: CollectionConfig = {
  slug: 'calibrations',
  admin: {
    useAsTitle: 'name',
    group: 'Insight',
    defaultColumns: ['name', 'state', 'approvedByName', 'createdAt'],
    description:
      'How sure an answer must be, fitted on questions whose right answer is known (on the command line: vouch calibrate). Without one in force, the one that ships with Vouch counts.',
    components: {
      Description: '/src/admin/lists/ListDescription#ListDescription',
      beforeListTable: ['/src/admin/lists/NothingYet#NothingYet'],
      views: { edit: { root: { Component: '/src/admin/calibrations/CalibrationPage#CalibrationPage' } } },
    },
  },
  access: readOnly,
  hooks: appendOnly,
  defaultSort: '-createdAt',
  fields: [
    idField,
    /** As receipts name it. */
    { name: 'name', type: 'text', required: true, unique: true },
    {
      name: 'state',
      type: 'select',
      required: true,
      index: true,
      options: options(CALIBRATION_STATES),
      admin: { components: { Cell: '/src/admin/calibrations/CalibrationStateCell#CalibrationStateCell' } },
    },
    /** src/answer/calibration.ts */
    { name: 'artefact', type: 'json', required: true },
    /** src/answer/calibrationReport.ts */
    { name: 'report', type: 'json', required: true },
    /** Which questions it was fitted on: `[{ name, questions }]`. */
    { name: 'fittedOn', type: 'json', required: true },
    { name: 'embeddingModel', type: 'text' },
    { name: 'approvedBy', type: 'relationship', relationTo: 'users' },
    {
      name: 'approvedByName',
      type: 'text',
      label: 'Put in force by',
      admin: { components: { Cell: '/src/admin/states/StateCell#WordsCell' } },
    },
    { name: 'approvedAt', type: 'date' },
    createdAt('Made'),
  ],
}
