import type { CollectionConfig } from 'payload'
import { OUTCOMES } from '../src/vocabulary'
import { readOnly } from './access/recordAccess'
import { nobody } from './access/roles'
import { appendOnly } from './audit/refuseChange'
import { idField } from './fields/id'
import { createdAt } from './fields/moments'
import { options } from './fields/options'
import { unlisted } from './fields/unlisted'

/** Receipts: what was asked, found, decided and served, by which versions of everything. */
export const Answers: CollectionConfig = {
  slug: 'answers',
  labels: { singular: 'Receipt', plural: 'Receipts' },
  admin: {
    useAsTitle: 'question',
    group: 'Answers',
    description: 'Every answer that was given, with what it rests on. Each bot request leaves one.',
    defaultColumns: ['question', 'outcome', 'reason', 'bot', 'createdAt'],
    components: {
      Description: '/src/admin/lists/ListDescription#ListDescription',
      beforeListTable: ['/src/admin/lists/NothingYet#NothingYet'],
      views: { edit: { root: { Component: '/src/admin/receipts/ReceiptPage#ReceiptPage' } } },
    },
  },
  access: readOnly,
  hooks: appendOnly,
  defaultSort: '-createdAt',
  fields: [
    idField,
    { name: 'question', type: 'textarea', required: true },
    /** Whether secrets were taken out of the question or the earlier turns: a replay then asks without them. */
    { name: 'redacted', type: 'checkbox', admin: unlisted },
    {
      name: 'outcome',
      type: 'select',
      required: true,
      index: true,
      options: options(OUTCOMES),
      admin: { components: { Cell: '/src/admin/states/StateCell#OutcomeCell' } },
    },
    {
      name: 'reason',
      type: 'text',
      index: true,
      admin: { components: { Cell: '/src/admin/states/StateCell#ReasonCell' } },
    },
    /** What led to a hand-over: the customer's words that matched, or the texts that disagree. */
    { name: 'because', type: 'textarea', admin: unlisted },
    { name: 'bot', type: 'relationship', relationTo: 'bots', required: true, index: true },
    /** Whose texts the bot could pass on when it was asked. */
    { name: 'audiences', type: 'json', admin: unlisted },
    { name: 'confidence', type: 'number' },
    { name: 'message', type: 'textarea', required: true, admin: unlisted },
    { name: 'conversationId', type: 'text', index: true, label: 'Conversation' },
    { name: 'channel', type: 'text' },
    { name: 'customer', type: 'text', index: true, admin: unlisted },
    { name: 'locale', type: 'text', required: true },
    { name: 'asOf', type: 'date', required: true, admin: unlisted },
    { name: 'requestId', type: 'text', required: true, admin: unlisted },
    /** Where in the caller's trace, or in ours, it was recorded; empty where neither was. */
    { name: 'traceparent', type: 'text', admin: unlisted },
    /** A keyed hash of bot, Idempotency-Key and day, or the receipt's own id: unique either way. */
    {
      name: 'idempotencyHash',
      type: 'text',
      required: true,
      unique: true,
      access: { read: nobody },
      admin: { hidden: true, ...unlisted },
    },
    /** A keyed hash of the request as it came, to tell whether a key comes with another. */
    {
      name: 'requestHash',
      type: 'text',
      required: true,
      access: { read: nobody },
      admin: { hidden: true, ...unlisted },
    },
    /** The receipt whose answer did not hold any more when its key came again, and was decided anew in this one. */
    { name: 'supersedes', type: 'text', index: true, admin: { hidden: true, ...unlisted } },
    { name: 'messages', type: 'json', admin: unlisted },
    { name: 'metadata', type: 'json', admin: unlisted },
    { name: 'response', type: 'json', required: true, admin: unlisted },
    { name: 'considered', type: 'json', required: true, admin: unlisted },
    /** The question as it was searched for; empty when nothing was. */
    { name: 'searched', type: 'json', admin: unlisted },
    /** What confidence was computed from, by name; empty when nothing was retrieved. */
    { name: 'features', type: 'json', admin: unlisted },
    { name: 'degraded', type: 'json', required: true, admin: unlisted },
    { name: 'timings', type: 'json', required: true, admin: unlisted },
    { name: 'versions', type: 'json', required: true, admin: unlisted },
    /** What a language model had to do with it, what was dropped of its words, and why; empty where none was asked. */
    { name: 'generation', type: 'json', admin: unlisted },
    /** How many characters of what was served are words that a named person signed. */
    { name: 'signed', type: 'json', admin: unlisted },
    { name: 'citedDocuments', type: 'text', hasMany: true, index: true },
    /** Of the text that answered it, or that came nearest; receipts of before it was kept have none. */
    { name: 'topic', type: 'text', index: true, admin: unlisted },
    { name: 'gap', type: 'relationship', relationTo: 'gaps' },
    { name: 'handover', type: 'relationship', relationTo: 'handovers' },
    /** Since when what the customer wrote is gone from it. */
    { name: 'erasedAt', type: 'date', index: true, admin: unlisted },
    createdAt('Asked'),
  ],
}
