import type { CollectionBeforeChangeHook, CollectionConfig, Field } from 'payload'
import type { GovernedCollection } from '../../src/vocabulary'
import { signedIn, whoMay } from '../access/roles'
import { refuseChangedWords } from './refuseChangedWords'
import { refuseDeleting } from '../audit/refuseDeleting'
import { idField } from '../fields/id'
import { createdAt, updatedAt } from '../fields/moments'
import { acceptance } from './acceptance'
import { governedFields, metadataFields } from './fields'
import { moveReview } from './moveReview'
import { recordEdit } from './recordEdit'
import { refuseTrashOfLive } from './refuseTrashOfLive'
import { validateTranslation } from './validateTranslation'
import { validateWindow } from './validateWindow'

/**
 * A collection whose rows are working copies. What bots are told is never read from here but from releases, so there
 * is no published state in it to be forged (docs/adr/0002).
 */
export const governedCollection = ({
  slug,
  useAsTitle,
  fields,
  labels,
  defaultColumns,
  teaching,
  group = 'Knowledge',
  list,
  check,
}: {
  slug: GovernedCollection
  useAsTitle: string
  fields: Field[]
  labels: { singular: string; plural: string }
  defaultColumns: string[]
  /** One line above the list: what these texts are and how one comes to be used. */
  teaching: string
  group?: string
  /** A room in place of Payload’s list. */
  list?: string
  /** What else must hold before it is kept. */
  check?: CollectionBeforeChangeHook
}): CollectionConfig => ({
  slug,
  labels,
  admin: {
    useAsTitle,
    group,
    defaultColumns,
    listSearchableFields: [useAsTitle],
    description: teaching,
    components: {
      Description: '/src/admin/lists/ListDescription#ListDescription',
      edit: { SaveButton: '/src/admin/workflow/SaveAfterAsking#SaveAfterAsking' },
      beforeListTable: ['/src/admin/imports/ImportHere#ImportHere', '/src/admin/search/ListHits#ListHits'],
      views: {
        edit: { default: { Component: '/src/admin/workflow/GovernedEditView#GovernedEditView' } },
        ...(list && { list: { Component: list } }),
      },
    },
  },
  access: {
    read: signedIn,
    readVersions: signedIn,
    create: whoMay('writeTexts'),
    update: whoMay('writeTexts'),
    // To the trash; `refuseDeleting` keeps everything from going further.
    delete: whoMay('writeTexts'),
  },
  trash: true,
  versions: { maxPerDoc: 0, drafts: false },
  defaultSort: '-updatedAt',
  hooks: {
    beforeValidate: [validateWindow],
    beforeChange: [
      refuseTrashOfLive,
      validateTranslation,
      refuseChangedWords,
      ...(check ? [check] : []),
      recordEdit,
    ],
    beforeDelete: [refuseDeleting('Move it to the trash, or archive it.')],
    afterChange: [moveReview],
  },
  fields: [
    idField,
    ...governedFields,
    ...fields,
    acceptance,
    ...metadataFields(slug),
    updatedAt,
    createdAt('Created'),
  ],
})
