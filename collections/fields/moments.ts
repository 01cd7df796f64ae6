import type { DateField } from 'payload'

const momentCell = '/src/admin/time/MomentCell#MomentCell'

const moment = (name: string, label: string): DateField => ({
  name,
  type: 'date',
  index: true,
  label,
  admin: { disableBulkEdit: true, hidden: true, components: { Cell: momentCell } },
})

/** Payload’s own timestamps, shown relative in lists. */
export const updatedAt = moment('updatedAt', 'Changed')
export const createdAt = (label: string): DateField => moment('createdAt', label)
