import { randomUUID } from 'node:crypto'
import type { TextField } from 'payload'

/** The same UUID strings on SQLite and MongoDB, so that ids mean the same wherever a document is moved. */
export const idField: TextField = {
  name: 'id',
  type: 'text',
  required: true,
  defaultValue: () => randomUUID(),
  admin: { hidden: true },
}
