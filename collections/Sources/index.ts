import type { CollectionConfig, Field } from 'payload'
import { AUDIENCES, RISK_TIERS, SOURCE_KINDS, SYNC_EVERY, SYNC_STATES } from '../../src/vocabulary'
import { nobody, whoMay } from '../access/roles'
import { auditChanges } from '../audit/auditChanges'
import { idField } from '../fields/id'
import { options } from '../fields/options'
import { unlisted } from '../fields/unlisted'
import { checkPlace, type CheckLocation } from './checkPlace'
import { refuseDeletingUsed } from './refuseDeletingUsed'
import { refuseLocalPaths } from './refuseLocalPaths'

const byCommandOnly = { create: nobody, update: nobody }
const sidebar = { position: 'sidebar' as const }
const momentCell = '/src/admin/time/MomentCell#MomentCell'

const IDENTITY: Field[] = [
  { name: 'name', type: 'text', required: true, maxLength: 120 },
  {
    name: 'kind',
    type: 'select',
    required: true,
    options: options(SOURCE_KINDS),
    admin: { components: { Cell: '/src/admin/sources/SourceCells#KindCell' } },
  },
  {
    name: 'location',
    type: 'text',
    required: true,
    index: true,
    maxLength: 2000,
    admin: {
      description:
        'An address, a bucket, a path. Once texts came from it, it stays: another place is another source.',
      components: { Cell: '/src/admin/sources/SourceCells#LocationCell' },
    },
  },
]

const DEFAULTS: Field[] = [
  {
    name: 'syncEvery',
    type: 'select',
    required: true,
    index: true,
    options: options(SYNC_EVERY),
    defaultValue: 'never',
    label: 'Sync by itself',
    admin: { ...sidebar, components: { Cell: '/src/admin/states/StateCell#WordsCell' } },
  },
  {
    name: 'audience',
    type: 'select',
    options: options(AUDIENCES),
    admin: { ...sidebar, description: 'For texts that do not say it themselves. Empty: public.' },
  },
  {
    name: 'riskTier',
    type: 'select',
    options: options(RISK_TIERS),
    admin: { ...sidebar, description: 'For texts that do not say it themselves. Empty: standard.' },
  },
  { name: 'topic', type: 'relationship', relationTo: 'topics', admin: sidebar },
  {
    name: 'locale',
    type: 'text',
    maxLength: 16,
    admin: {
      ...sidebar,
      description: 'Empty: the language that each text is written in; en-GB where it is too short to tell.',
    },
  },
  {
    name: 'owner',
    type: 'relationship',
    relationTo: 'users',
    admin: { ...sidebar, description: 'Gets the texts that come from here, and is told when one is gone.' },
  },
]

const count = (name: string, label: string, cell?: string): Field => ({
  name,
  type: 'number',
  label,
  access: byCommandOnly,
  admin: { hidden: true, ...(cell && { components: { Cell: `/src/admin/sources/SourceCells#${cell}` } }) },
})

const hidden = { access: byCommandOnly, admin: { hidden: true, ...unlisted } }

/** What syncs say of themselves; written by them alone. */
const STATE: Field[] = [
  {
    name: 'lastSyncState',
    type: 'select',
    options: options(SYNC_STATES),
    label: 'State',
    access: byCommandOnly,
    admin: { hidden: true, components: { Cell: '/src/admin/sources/SourceCells#SyncStateCell' } },
  },
  {
    name: 'lastSyncedAt',
    type: 'date',
    label: 'Last synced',
    access: byCommandOnly,
    admin: { hidden: true, components: { Cell: momentCell } },
  },
  { name: 'lastError', type: 'textarea', ...hidden },
  count('items', 'Items'),
  count('documents', 'Texts'),
  count('failed', 'Failed', 'FailedCell'),
  count('vanished', 'Gone', 'GoneCell'),
  count('conflicts', 'In conflict', 'ConflictCell'),
  { name: 'lastReport', type: 'json', ...hidden },
  { name: 'syncQueuedAt', type: 'date', ...hidden },
  { name: 'syncingSince', type: 'date', ...hidden },
  /** Who syncs it now; its claim ends by itself when it is not renewed. */
  { name: 'syncClaim', type: 'text', ...hidden },
  { name: 'syncClaimEndsAt', type: 'date', ...hidden },
  { name: 'syncProgress', type: 'json', ...hidden },
]

const VIEWS: Field[] = [
  {
    name: 'syncNow',
    type: 'ui',
    label: 'Sync now',
    admin: {
      disableListColumn: false,
      components: {
        Field: '/src/admin/sources/SourceState#SourceState',
        Cell: '/src/admin/sources/SyncCell#SyncCell',
      },
    },
  },
  {
    name: 'itemList',
    type: 'ui',
    admin: {
      disableListColumn: true,
      components: { Field: '/src/admin/sources/SourceItems#SourceItems' },
    },
  },
]

/**
 * Where knowledge lives outside. A sync brings what changed there as drafts for review.
 * @param sourceDirs directories of the server that may be added in the browser (VOUCH_SOURCE_DIRS).
 * @param checkLocation says what no connector could read, before it is saved.
 */
export const sources = ({
  sourceDirs,
  checkLocation,
}: {
  sourceDirs: readonly string[]
  checkLocation: CheckLocation
}): CollectionConfig => ({
  slug: 'sources',
  admin: {
    useAsTitle: 'name',
    defaultColumns: [
      'name',
      'kind',
      'lastSyncState',
      'items',
      'failed',
      'vanished',
      'lastSyncedAt',
      'syncNow',
    ],
    group: 'Knowledge',
    description:
      'Where texts come from. A sync brings what changed there as drafts; nothing is said until signed.',
    components: {
      Description: '/src/admin/lists/ListDescription#ListDescription',
      beforeListTable: ['/src/admin/sources/NoSources#NoSources'],
    },
  },
  access: {
    read: whoMay('readRecords'),
    create: whoMay('manageSources'),
    update: whoMay('manageSources'),
    delete: whoMay('manageSources'),
  },
  indexes: [{ fields: ['kind', 'location'], unique: true }],
  hooks: {
    ...auditChanges('source'),
    beforeValidate: [refuseLocalPaths(sourceDirs), checkPlace(checkLocation)],
    beforeDelete: [refuseDeletingUsed],
  },
  fields: [idField, ...IDENTITY, ...DEFAULTS, ...STATE, ...VIEWS],
})
