import type { CollectionConfig } from 'payload'
import { nobody } from './access/roles'
import { idField } from './fields/id'
import { createdAt } from './fields/moments'

/** What a person should know. Shown at the bell, and mailed as they chose: in one digest, at once, or not. */
export const Notifications: CollectionConfig = {
  slug: 'notifications',
  // Read where it belongs: beside texts, and at the bell.
  admin: { hidden: true, useAsTitle: 'title', defaultColumns: ['title', 'kind', 'to', 'createdAt'] },
  access: {
    read: ({ req }) => req.user?.collection === 'users' && { to: { equals: req.user.id } },
    create: nobody,
    update: nobody,
    delete: nobody,
  },
  defaultSort: '-createdAt',
  fields: [
    idField,
    { name: 'to', type: 'relationship', relationTo: 'users', required: true, index: true },
    { name: 'kind', type: 'text', required: true },
    { name: 'title', type: 'text', required: true },
    { name: 'body', type: 'textarea' },
    /** An address within the admin. */
    { name: 'href', type: 'text' },
    /** The same thing is said once to a person, however often it is noticed. */
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'urgent', type: 'checkbox', defaultValue: false },
    { name: 'readAt', type: 'date', index: true },
    { name: 'mailedAt', type: 'date', index: true },
    createdAt('When'),
  ],
}
