import type { CollectionConfig } from 'payload'
import { readOnly } from './access/recordAccess'
import { idField } from './fields/id'
import { options } from './fields/options'

/** Index versions: what was built with what, which one answers, and how far a build is. Rows are kept when points go. */
export const IndexVersions: CollectionConfig = {
  slug: 'index-versions',
  labels: { singular: 'Index version', plural: 'Index' },
  admin: {
    group: 'Set-up',
    defaultColumns: ['state', 'embeddingModel', 'chunker', 'store', 'createdAt'],
    description: 'One chunker, one embedding model, one store. `vouch index rebuild` builds a new one.',
    components: {
      Description: '/src/admin/lists/ListDescription#ListDescription',
      views: { list: { Component: '/src/admin/index/IndexRoom#IndexRoom' } },
    },
  },
  access: readOnly,
  fields: [
    idField,
    {
      name: 'state',
      type: 'select',
      required: true,
      index: true,
      options: options(['building', 'ready', 'active', 'retired']),
    },
    { name: 'store', type: 'text', required: true },
    /** Of releases published since; a release keeps the chunks that it was published with. */
    { name: 'chunker', type: 'text', required: true },
    { name: 'embeddingModel', type: 'text' },
    { name: 'dimensions', type: 'number' },
    { name: 'denseWeight', type: 'number', required: true, min: 0, max: 1 },
    /** Chunks that are in the index already, and all that shall be; as of the builder's last sign of life. */
    { name: 'done', type: 'number' },
    { name: 'total', type: 'number' },
    /** Chunks a second over the last seconds of the build. */
    { name: 'rate', type: 'number' },
    { name: 'startedAt', type: 'date' },
    /** Who builds it, and when they last gave a sign of life. */
    { name: 'builder', type: 'text' },
    { name: 'heartbeat', type: 'date' },
    /** Why the build stopped, as a sentence. */
    { name: 'problem', type: 'textarea' },
    { name: 'builtAt', type: 'date' },
    /** What its verification found (ingestion/checkVersion.ts). */
    { name: 'check', type: 'json' },
    { name: 'activatedAt', type: 'date' },
    { name: 'reconciledAt', type: 'date' },
    /** Since when it has no points any more. */
    { name: 'removedAt', type: 'date' },
  ],
}
