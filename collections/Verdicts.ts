import type { CollectionConfig } from 'payload'
import { GOVERNED_COLLECTIONS, VERDICT_WORDS, VERDICTS } from '../src/vocabulary'
import { readOnly } from './access/recordAccess'
import { appendOnly } from './audit/refuseChange'
import { idField } from './fields/id'
import { createdAt } from './fields/moments'
import { options } from './fields/options'

/** What reviewers said of turns. A person’s last word on a turn counts; the ones before stay. */
export const Verdicts: CollectionConfig = {
  slug: 'verdicts',
  labels: { singular: 'Verdict', plural: 'Transcripts' },
  admin: {
    group: 'Review',
    description: 'Whole conversations, and what reviewers say of each turn.',
    components: {
      views: {
        list: { Component: '/src/admin/transcripts/TranscriptsRoom#TranscriptsRoom' },
        edit: { root: { Component: '/src/admin/transcripts/VerdictPage#VerdictPage' } },
      },
    },
  },
  access: readOnly,
  hooks: appendOnly,
  defaultSort: '-createdAt',
  fields: [
    idField,
    { name: 'receipt', type: 'relationship', relationTo: 'answers', required: true, index: true },
    { name: 'bot', type: 'relationship', relationTo: 'bots', required: true },
    {
      name: 'verdict',
      type: 'select',
      required: true,
      index: true,
      options: VERDICTS.map((value) => ({ value, label: VERDICT_WORDS[value] })),
    },
    /** The reviewer's own words, without secrets. */
    { name: 'note', type: 'textarea' },
    /** Wrong or incomplete because nothing is written about it. */
    { name: 'missing', type: 'checkbox' },
    /** The text that would have answered it. */
    { name: 'expectedCollection', type: 'select', options: options(GOVERNED_COLLECTIONS) },
    { name: 'expectedDocument', type: 'text' },
    /** What the turn is, where it should have gone to a person. */
    { name: 'label', type: 'text' },
    /** How its conversation came to be reviewed; nothing where nobody drew it. */
    { name: 'drawn', type: 'select', options: options(['risk', 'random']) },
    /** The reviewer's id and name as they were. */
    { name: 'by', type: 'text', required: true, index: true },
    { name: 'byName', type: 'text', required: true },
    createdAt('Judged'),
  ],
}
