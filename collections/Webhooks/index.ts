import type { CollectionConfig } from 'payload'
import { SHAPE_WORDS, WEBHOOK_EVENTS, WEBHOOK_SHAPES, type WebhookShape } from '../../src/vocabulary'
import { nobody, whoMay } from '../access/roles'
import { auditChanges } from '../audit/auditChanges'
import { refuseDeleting } from '../audit/refuseDeleting'
import { idField } from '../fields/id'
import { unlisted } from '../fields/unlisted'
import { checkAddress, type CheckAddress } from './checkAddress'
import { fitsShape, forgetSignIn } from './fitsShape'

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
      beforeListTable: ['/src/admin/lists/NothingYet#NothingYet'],
      edit: {
        beforeDocumentControls: [
          '/src/admin/webhooks/NewSecret#NewSecret',
          '/src/admin/webhooks/SignIn#SignIn',
        ],
      },
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
    beforeValidate: [checkAddress(checkUrl), fitsShape],
    beforeChange: [forgetSignIn],
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
      name: 'shape',
      type: 'select',
      label: 'For',
      // None is Vouch’s own: a default would change rows that are sealed.
      options: WEBHOOK_SHAPES.map((value) => ({ label: SHAPE_WORDS[value], value })),
      admin: {
        description:
          'How messages are written. Zendesk and Intercom get a new ticket for each hand-over; docs/webhooks.md says which address each takes.',
      },
    },
    ...intercomFields(),
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
    /** The header `Authorization` that its messages go out with, encrypted (src/commands/webhooks/signIn.ts). */
    secretField('signIn'),
    {
      name: 'oldSecretUntil',
      type: 'date',
      access: { create: nobody, update: nobody },
      admin: { hidden: true, ...unlisted },
    },
  ],
})

function intercomFields(): CollectionConfig['fields'] {
  const condition = ({ shape }: { shape?: WebhookShape }) => shape === 'intercom'
  return [
    {
      name: 'ticketType',
      type: 'text',
      maxLength: 60,
      label: 'Ticket type',
      admin: { condition, description: 'The id of the type that hand-overs become.' },
    },
    {
      name: 'contact',
      type: 'text',
      maxLength: 60,
      label: 'Contact',
      admin: {
        condition,
        description:
          'The id of the contact that stands for customers of your bots: whose ticket it is, is never guessed from what they wrote.',
      },
    },
  ]
}

function secretField(name: string): CollectionConfig['fields'][number] {
  return {
    name,
    type: 'text',
    access: { read: nobody, create: nobody, update: nobody },
    admin: { hidden: true, ...unlisted },
  }
}
