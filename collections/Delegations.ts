import type { CollectionBeforeChangeHook, CollectionConfig } from 'payload'
import { ValidationError } from 'payload'
import type { Delegation } from '../payload-types'
import { may } from '../src/governance/permissions'
import { idOf } from '../src/records/content'
import { auditChanges } from './audit/auditChanges'
import { nobody, whoMay } from './access/roles'
import { idField } from './fields/id'

/** Nobody is away for longer than this without saying so again. */
const LONGEST_DAYS = 92
const DAY_MS = 86_400_000

const validateDelegation: CollectionBeforeChangeHook = ({ data, originalDoc, operation, req }) => {
  // A right is lent by the one who has it, and by nobody in their name; what was lent is never turned to another person.
  if (operation === 'create' && req.user) data['from'] = req.user.id
  if (operation === 'update')
    Object.assign(data, { from: idOf(originalDoc?.from), to: idOf(originalDoc?.to) })
  const refuse = (path: string, message: string): never => {
    throw new ValidationError({ collection: 'delegations', errors: [{ path, message }], req }, req.t)
  }
  if (idOf(data['from']) === idOf(data['to']))
    refuse('to', 'Name another person: nobody stands in for themselves.')
  const starts = Date.parse(String(data['startsAt'] ?? originalDoc?.startsAt))
  const ends = Date.parse(String(data['endsAt'] ?? originalDoc?.endsAt))
  if (!(ends > starts)) refuse('endsAt', 'The end must be later than the beginning.')
  const own = !req.user || idOf(originalDoc?.from) === req.user.id
  if (operation === 'update' && !own && lends(data, originalDoc))
    refuse('endsAt', 'Only who is away makes it longer. You may end it sooner.')
  if (ends - starts > LONGEST_DAYS * DAY_MS) refuse('endsAt', `At most ${LONGEST_DAYS} days at a time.`)
  return data
}

/** Whether an edit lends a right for longer than it was lent, or sooner. */
const lends = (data: Partial<Delegation>, stored: Delegation): boolean =>
  Date.parse(data.endsAt ?? stored.endsAt) > Date.parse(stored.endsAt) ||
  Date.parse(data.startsAt ?? stored.startsAt) < Date.parse(stored.startsAt)

/** Who signs for whom while they are away. It ends by itself; ending it sooner is an edit of its end. */
export const Delegations: CollectionConfig = {
  slug: 'delegations',
  labels: { singular: 'Stand-in', plural: 'Stand-ins' },
  admin: {
    useAsTitle: 'note',
    group: 'Set-up',
    defaultColumns: ['from', 'to', 'startsAt', 'endsAt'],
    description: 'Away? Name who signs for you, and until when. Their signatures say whose right they used.',
    components: {
      Description: '/src/admin/lists/ListDescription#ListDescription',
      beforeListTable: ['/src/admin/lists/NothingYet#NothingYet'],
    },
  },
  access: {
    read: whoMay('readRecords'),
    create: whoMay('nameStandIns'),
    update: ({ req }) => {
      if (req.user?.collection !== 'users') return false
      return may(req.user, 'endStandIns') || { from: { equals: req.user.id } }
    },
    delete: nobody,
  },
  hooks: {
    beforeChange: [validateDelegation],
    ...auditChanges('delegation'),
  },
  fields: [
    idField,
    {
      name: 'from',
      type: 'relationship',
      relationTo: 'users',
      required: true,
      index: true,
      label: 'Who is away',
      defaultValue: ({ user }: { user?: { id?: string } | null }) => user?.id,
    },
    {
      name: 'to',
      type: 'relationship',
      relationTo: 'users',
      required: true,
      index: true,
      label: 'Who signs instead',
    },
    {
      name: 'startsAt',
      type: 'date',
      required: true,
      label: 'From',
      defaultValue: () => new Date().toISOString(),
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'endsAt',
      type: 'date',
      required: true,
      label: 'Until',
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    { name: 'note', type: 'text', maxLength: 200, defaultValue: 'Away' },
  ],
}
