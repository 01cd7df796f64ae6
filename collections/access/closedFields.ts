import type { CollectionBeforeOperationHook, FlattenedField, PayloadRequest } from 'payload'
import { byCommand } from '../../src/records/byCommand'
import { ROLES } from '../../src/vocabulary'

/** Primary keys and moments are the product's to give; sessions are given by signing in. */
const NEVER = new Set(['id', 'createdAt', 'updatedAt', 'sessions', 'globalType', 'blockType'])

type Row = Record<string, unknown>

/**
 * Whatever a person writes, by any face and whether or not access is overridden, fields that nobody may write keep their
 * stored or default value. What is asked with them is dropped, not refused: the admin's own forms send whole documents.
 */
export const dropClosedFields: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return args
  if (!req.user || req.context[byCommand]) return args
  const given = (args as { data?: unknown }).data
  if (!isRow(given)) return args
  const { flattenedFields } = (args as { collection: { config: { flattenedFields: FlattenedField[] } } })
    .collection.config
  return { ...args, data: await openPartOf(given, { fields: flattenedFields, operation, req }) }
}

type Operation = 'create' | 'update'

const openPartOf = async (
  row: Row,
  o: { fields: readonly FlattenedField[]; operation: Operation; req: PayloadRequest },
): Promise<Row> => {
  const open: Row = {}
  for (const [name, value] of Object.entries(row)) {
    const field = o.fields.find((each) => each.name === name)
    if (field ? await isClosed(field, o.operation, o.req) : NEVER.has(name)) continue
    open[name] = field && 'flattenedFields' in field ? await openValueOf(value, field, o) : value
  }
  return open
}

/** Rows of a list have primary keys too. */
const openValueOf = (
  value: unknown,
  field: { flattenedFields: FlattenedField[] },
  o: { operation: Operation; req: PayloadRequest },
): unknown => {
  const of = (row: unknown) =>
    isRow(row) ? openPartOf(row, { ...o, fields: field.flattenedFields }) : Promise.resolve(row)
  return Array.isArray(value) ? Promise.all(value.map(of)) : of(value)
}

/** Whether no person may write this field: not even one who has every role. */
export const isClosed = async (
  field: FlattenedField,
  operation: Operation,
  req: PayloadRequest,
): Promise<boolean> => {
  if (NEVER.has(field.name) || ('hidden' in field && field.hidden)) return true
  const may = 'access' in field ? field.access?.[operation] : undefined
  if (!may) return false
  const everyone = { ...req, user: { ...req.user, roles: [...ROLES] } } as PayloadRequest
  return !(await may({ req: everyone }))
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
