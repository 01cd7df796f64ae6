import type { Field } from 'payload'
import { REVIEW_EVERY_DAYS } from '../../src/governance/verification'
import { AUDIENCES, RISK_TIERS, WORKFLOW_STATES, type GovernedCollection } from '../../src/vocabulary'
import { nobody } from '../access/roles'
import { options } from '../fields/options'
import { unlisted } from '../fields/unlisted'

const byCommandOnly = { create: nobody, update: nobody }
const recorded = { access: byCommandOnly, admin: { hidden: true, ...unlisted } }
const wordsCell = '/src/admin/states/StateCell#WordsCell'
const sidebar = { position: 'sidebar' as const }

/** What people set on every governed document; what `signedContentOf` reads of it is covered by a signature. */
export const metadataFields = (collection: GovernedCollection): Field[] => [
  { name: 'topic', type: 'relationship', relationTo: 'topics', index: true, admin: sidebar },
  {
    name: 'audience',
    type: 'select',
    required: true,
    index: true,
    options: options(AUDIENCES),
    defaultValue: 'public',
    admin: { ...sidebar, description: 'Who may be told.', components: { Cell: wordsCell } },
  },
  {
    name: 'riskTier',
    type: 'select',
    required: true,
    options: options(RISK_TIERS),
    defaultValue: 'standard',
    admin: {
      ...sidebar,
      description:
        'Sensitive: an approver of the topic signs. Regulated: two people sign, one from compliance.',
    },
  },
  {
    name: 'owner',
    type: 'relationship',
    relationTo: 'users',
    index: true,
    admin: { ...sidebar, description: 'Is told when the text falls due. Empty: whoever saves it first.' },
  },
  { name: 'locale', type: 'text', required: true, defaultValue: 'en-GB', maxLength: 16, admin: sidebar },
  {
    name: 'effectiveFrom',
    type: 'date',
    label: 'Effective from',
    admin: {
      ...sidebar,
      description: 'Empty: from the moment it is published.',
      date: { pickerAppearance: 'dayAndTime' },
    },
  },
  {
    name: 'expiresAt',
    type: 'date',
    label: 'Expires',
    admin: {
      ...sidebar,
      description: 'Empty: until it is replaced or withdrawn.',
      date: { pickerAppearance: 'dayAndTime' },
    },
  },
  {
    name: 'reviewEveryDays',
    type: 'number',
    min: 1,
    max: 1095,
    defaultValue: REVIEW_EVERY_DAYS,
    label: 'Check every (days)',
    admin: { ...sidebar, description: 'After that many days someone must confirm that it is still true.' },
  },
  {
    name: 'translationOf',
    type: 'relationship',
    relationTo: collection,
    index: true,
    admin: { ...sidebar, description: 'The original; when it changes, this text falls due.' },
    filterOptions: ({ id }) => ({ translationOf: { exists: false }, ...(id && { id: { not_equals: id } }) }),
  },
]

/** What only the transition command and the index worker set; every other door resets it (keepGoverned). */
export const GOVERNED_FIELDS = [
  'workflowState',
  'version',
  'contentHash',
  'authors',
  'liveRelease',
  'liveVersion',
  'source',
  'sourceKey',
  'sourceHash',
  'sourceLocation',
  'sourceFetchedAt',
  'sourceContentHash',
  'sourceVanishedAt',
  'sourceConflictAt',
  'inReviewSince',
  'verifiedAt',
  'verifiedBy',
  'reviewAt',
] as const

export const governedFields: Field[] = [
  {
    name: 'workflowState',
    type: 'select',
    required: true,
    index: true,
    options: options(WORKFLOW_STATES),
    defaultValue: 'draft',
    label: 'State',
    access: byCommandOnly,
    admin: {
      position: 'sidebar',
      components: {
        Field: '/src/admin/workflow/WorkflowRail#WorkflowRail',
        Cell: '/src/admin/states/StateCell#StateCell',
      },
    },
  },
  {
    name: 'version',
    type: 'number',
    required: true,
    defaultValue: 1,
    access: byCommandOnly,
    admin: { hidden: true, disableListFilter: true },
  },
  { name: 'contentHash', type: 'text', ...recorded },
  { name: 'authors', type: 'relationship', relationTo: 'users', hasMany: true, ...recorded },
  { name: 'liveRelease', type: 'relationship', relationTo: 'releases', ...recorded },
  { name: 'liveVersion', type: 'number', ...recorded },
  { name: 'source', type: 'relationship', relationTo: 'sources', index: true, ...recorded },
  { name: 'sourceKey', type: 'text', index: true, ...recorded },
  { name: 'sourceHash', type: 'text', ...recorded },
  { name: 'sourceLocation', type: 'text', ...recorded },
  { name: 'sourceFetchedAt', type: 'date', ...recorded },
  /** The contentHash of the source's text as a sync last took it, or saw it and did not take it. */
  { name: 'sourceContentHash', type: 'text', ...recorded },
  { name: 'sourceVanishedAt', type: 'date', ...recorded },
  { name: 'sourceConflictAt', type: 'date', ...recorded },
  { name: 'inReviewSince', type: 'date', ...recorded },
  { name: 'verifiedAt', type: 'date', ...recorded },
  { name: 'verifiedBy', type: 'relationship', relationTo: 'users', ...recorded },
  {
    name: 'reviewAt',
    type: 'date',
    index: true,
    label: 'Verification',
    access: byCommandOnly,
    admin: {
      hidden: true,
      components: { Cell: '/src/admin/states/VerificationCell#VerificationCell' },
    },
  },
]
