import type { CollectionConfig } from 'payload'
import { SHAPE_WORDS, WEBHOOK_EVENTS, WEBHOOK_SHAPES } from '../../src/vocabulary'
import { nobody, whoMay } from '../access/roles'
import { auditChanges } from '../audit/auditChanges'
import { refuseDeleting } from '../audit/refuseDeleting'
import { idField } from '../fields/id'
import { unlisted } from '../fields/unlisted'
import { checkAddress, type CheckAddress } from './checkAddress'

/**
 * Where other systems are told what happens here, each message signed (https://www.standardwebhooks.com).
 * @param checkUrl throws a sentence for an address that nothing is ever sent to.
 */
export const webhooks = (checkUrl: CheckAddress): CollectionConfig => ({
  slug: 'webhooks',
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'url', 'events', 'enabled'],
    group: 'Set-up',
    description: 'Systems that are told what happens here: a desk, of each hand-over.',
    components: {
      Description: '/src/admin/lists/ListDescription#ListDescription',
      edit: { beforeDocumentControls: ['/src/admin/webhooks/NewSecret#NewSecret'] },
    },
  },
  access: {
    read: whoMay('manageWebhooks'),
    create: whoMay('manageWebhooks'),
    update: whoMay('manageWebhooks'),
    delete: whoMay('manageWebhooks'),
  },
  hooks: {
    ...auditChanges('webhook'),
    beforeValidate: [checkAddress(checkUrl)],
    beforeDelete: [refuseDeleting('Turn the webhook off instead.')],
  },
  fields: [
    idField,
    { name: 'name', type: 'text', required: true, unique: true, maxLength: 80 },
    {
      name: 'url',
      type: 'text',
      required: true,
      maxLength: 500,
      label: 'Address',
      admin: { description: 'Messages are posted here as JSON. It answers within 10 seconds, with 2xx.' },
    },
    {
      name: 'events',
      type: 'select',
      hasMany: true,
      required: true,
      options: WEBHOOK_EVENTS.map((value) => ({ label: value, value })),
      defaultValue: ['handover.created', 'handover.resolved'],
    },
    {
      name: 'enabled',
      type: 'checkbox',
      defaultValue: true,
      admin: {
        description: 'What happens while it is off is not told later.',
        components: { Cell: '/src/admin/states/StateCell#OnOffCell' },
      },
    },
    {
      name: 'shape',
      type: 'select',
      options: WEBHOOK_SHAPES.map((value) => ({ label: SHAPE_WORDS[value], value })),
      defaultValue: 'vouch',
      admin: {
        description:
          'How hand-overs are written for the system that gets them. Vouch’s own tells every event; the others tell hand-overs alone.',
      },
    },
    {
      name: 'withPackage',
      type: 'checkbox',
      label: 'Send the whole hand-over',
      defaultValue: false,
      admin: {
        description:
          'With what the customer wrote. Without it a message tells which hand-over it is, and the desk reads it from the API.',
      },
    },
    /** Encrypted with the installation's secret: signing needs it as it is. */
    secretField('secret'),
    /** The one before, which signs beside it until then, so that a receiver can change over. */
    secretField('oldSecret'),
    {
      name: 'oldSecretUntil',
      type: 'date',
      access: { create: nobody, update: nobody },
      admin: { hidden: true, ...unlisted },
    },
  ],
})

function secretField(name: string): CollectionConfig['fields'][number] {
  return {
    name,
    type: 'text',
    access: { read: nobody, create: nobody, update: nobody },
    admin: { hidden: true, ...unlisted },
  }
}
