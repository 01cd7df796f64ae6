import type { CollectionConfig } from 'payload'
import { DELIVERY_STATES, WEBHOOK_EVENTS } from '../src/vocabulary'
import { readOnly } from './access/recordAccess'
import { whoMay } from './access/roles'
import { appendOnly } from './audit/refuseChange'
import { idField } from './fields/id'
import { createdAt } from './fields/moments'
import { options } from './fields/options'
import { unlisted } from './fields/unlisted'

/** The outbox of webhooks: each message to each endpoint, stored with what it tells of. */
export const WebhookDeliveries: CollectionConfig = {
  slug: 'webhook-deliveries',
  labels: { singular: 'Webhook message', plural: 'Webhook messages' },
  admin: {
    useAsTitle: 'event',
    defaultColumns: ['event', 'webhook', 'state', 'attempts', 'lastError', 'createdAt'],
    group: 'Set-up',
    description:
      'What was told to other systems, or waits to be. One that is dead is sent again from its page.',
    components: {
      Description: '/src/admin/lists/ListDescription#ListDescription',
      beforeListTable: ['/src/admin/lists/NothingYet#NothingYet'],
      edit: { beforeDocumentControls: ['/src/admin/webhooks/SendAgain#SendAgain'] },
    },
  },
  access: { ...readOnly, read: whoMay('manageWebhooks'), readVersions: whoMay('manageWebhooks') },
  hooks: appendOnly,
  defaultSort: '-createdAt',
  fields: [
    idField,
    { name: 'webhook', type: 'relationship', relationTo: 'webhooks', required: true, index: true },
    /** The receiver tells by it whether it has had this message: the same at every try. */
    { name: 'messageId', type: 'text', required: true, index: true, label: 'webhook-id' },
    {
      name: 'event',
      type: 'select',
      required: true,
      options: WEBHOOK_EVENTS.map((value) => ({ label: value, value })),
    },
    /** When it happened. */
    { name: 'happenedAt', type: 'date', required: true, admin: unlisted },
    { name: 'data', type: 'json', required: true, admin: unlisted },
    /** The trace in which it happened, which its sending belongs to. */
    { name: 'traceparent', type: 'text', admin: unlisted },
    {
      name: 'state',
      type: 'select',
      required: true,
      index: true,
      options: options(DELIVERY_STATES),
      admin: { components: { Cell: '/src/admin/states/StateCell#WordsCell' } },
    },
    { name: 'attempts', type: 'number', required: true, defaultValue: 0 },
    { name: 'lastError', type: 'textarea' },
    { name: 'nextTryAt', type: 'date' },
    { name: 'deliveredAt', type: 'date' },
    createdAt('When'),
  ],
}
