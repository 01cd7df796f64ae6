import type { CollectionConfig } from 'payload'
import { ANSWER_MODES, AUDIENCES, BOT_SCOPES, SCOPE_WORDS } from '../src/vocabulary'
import { nobody, whoMay } from './access/roles'
import { auditChanges } from './audit/auditChanges'
import { refuseDeleting } from './audit/refuseDeleting'
import { idField } from './fields/id'
import { nextStep } from './fields/nextStep'
import { options } from './fields/options'

export const CHANNELS = ['web', 'app', 'email', 'chat', 'phone', 'social'] as const

export const Bots: CollectionConfig = {
  slug: 'bots',
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'audiences', 'channels', 'enabled'],
    group: 'Set-up',
    description: 'Who asks. A bot has keys, the audiences it speaks to, and what it may read.',
    components: {
      Description: '/src/admin/lists/ListDescription#ListDescription',
      beforeListTable: ['/src/admin/lists/NothingYet#NothingYet'],
      edit: { beforeDocumentControls: ['/src/admin/bots/CreateKey#CreateKey'] },
    },
  },
  access: {
    read: whoMay('readRecords'),
    create: whoMay('manageBots'),
    update: whoMay('manageBots'),
    delete: whoMay('manageBots'),
  },
  hooks: { ...auditChanges('bot'), beforeDelete: [refuseDeleting('Turn the bot off instead.')] },
  fields: [
    idField,
    { name: 'name', type: 'text', required: true, unique: true, maxLength: 80 },
    {
      name: 'enabled',
      type: 'checkbox',
      defaultValue: true,
      admin: {
        description: 'A bot that is off gets no answers, whatever its key.',
        components: { Cell: '/src/admin/states/StateCell#OnOffCell' },
      },
    },
    {
      name: 'audiences',
      type: 'select',
      hasMany: true,
      required: true,
      options: options(AUDIENCES),
      defaultValue: ['public'],
      admin: { description: 'Whose texts this bot may pass on. Nothing else reaches it.' },
    },
    { name: 'channels', type: 'select', hasMany: true, options: options(CHANNELS) },
    {
      name: 'locales',
      type: 'text',
      hasMany: true,
      defaultValue: ['en-GB'],
      admin: {
        description:
          'The languages it speaks. A request that names no locale is answered in the one that it is written in, or in the first of these.',
      },
    },
    {
      name: 'scopes',
      type: 'select',
      hasMany: true,
      required: true,
      options: BOT_SCOPES.map((value) => ({ label: `${SCOPE_WORDS[value]} (${value})`, value })),
      defaultValue: ['answer'],
      admin: {
        description:
          'answer:history: also about past instants. read:reasons: why exactly a question was refused, which tells whether a text exists that this bot may not pass on: for no bot that the public talks to.',
      },
    },
    {
      name: 'answerMode',
      type: 'select',
      options: options(ANSWER_MODES),
      defaultValue: 'quoted',
      admin: {
        description:
          'Quoted: the words of the texts. Generated: a language model puts them into words, each sentence checked against what it cites; customers’ questions are sent to it. Without one, quoted.',
      },
    },
    {
      name: 'tone',
      type: 'text',
      maxLength: 200,
      admin: {
        description: 'How generated answers sound, in a sentence: “Warm and brief, without slang.”',
        condition: ({ answerMode }) => answerMode === 'generated',
      },
    },
    nextStep,
    {
      name: 'recallWebhook',
      type: 'relationship',
      relationTo: 'webhooks',
      label: 'Webhook for recalls',
      admin: {
        description:
          'Told when a text that this bot quoted is recalled. The bot must then acknowledge it in time, else its keys stop until it does. Empty: it is not told, and its keys never stop.',
      },
    },
    { name: 'requestsPerMinute', type: 'number', required: true, defaultValue: 600, min: 1, max: 100_000 },
    {
      name: 'requestsPerDay',
      type: 'number',
      min: 1,
      max: 100_000_000,
      admin: {
        description:
          'All keys together, from midnight to midnight UTC. Without, as many as the minutes allow.',
      },
    },
    {
      name: 'keepTextDays',
      type: 'number',
      label: 'Days that conversations are kept',
      min: 1,
      max: 36_500,
      admin: {
        description:
          'After so many days without a further turn, what customers wrote is erased; counts and proofs stay. Without, what VOUCH_KEEP_TEXT_DAYS says, else for good.',
      },
    },
    {
      name: 'keys',
      type: 'array',
      access: { create: nobody, update: nobody },
      admin: {
        readOnly: true,
        components: { Field: '/src/admin/bots/KeyList#KeyList' },
      },
      fields: [
        { name: 'prefix', type: 'text', required: true, index: true },
        { name: 'hash', type: 'text', required: true, access: { read: nobody }, admin: { hidden: true } },
        { name: 'createdOn', type: 'date', required: true },
        { name: 'name', type: 'text' },
        { name: 'expiresOn', type: 'date' },
        /** What it opens of what its bot may do; all of it where there are none. */
        { name: 'scopes', type: 'json' },
        /** Pages and networks that it may be used from; anywhere where there are none. */
        { name: 'origins', type: 'json' },
        { name: 'networks', type: 'json' },
      ],
    },
  ],
}
