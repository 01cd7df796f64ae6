import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'
import { personOf } from '../../src/records/personOf'
import { recordAudit } from '../../src/records/recordAudit'

/** Never in the log: what a login is checked with, and what Payload counts by itself. */
const UNLOGGED = new Set([
  'updatedAt',
  'createdAt',
  'password',
  'currentPassword',
  'salt',
  'hash',
  'sessions',
  'loginAttempts',
  'lockUntil',
  'resetPasswordToken',
  'resetPasswordExpiration',
  'keys',
  // Recorded in words of its own.
  'secondFactor',
])

/**
 * Hooks that record every change of a setting: who, and which fields from what to what.
 * @param kind the first word of the action: `topic` makes `topic.changed`.
 */
export const auditChanges = (
  kind: string,
): { afterChange: CollectionAfterChangeHook[]; afterDelete: CollectionAfterDeleteHook[] } => ({
  afterChange: [
    async ({ collection, doc, previousDoc, operation, req }) => {
      const changes = changesBetween(operation === 'create' ? {} : previousDoc, doc)
      if (operation === 'create' || Object.keys(changes).length)
        await recordAudit(req, {
          action: `${kind}.${operation === 'create' ? 'created' : 'changed'}`,
          actor: personOf(req),
          subject: { collection: collection.slug, id: doc.id, title: titleOf(doc) },
          detail: { changes },
        })
      return doc
    },
  ],
  afterDelete: [
    async ({ collection, doc, req }) => {
      await recordAudit(req, {
        action: `${kind}.deleted`,
        actor: personOf(req),
        subject: { collection: collection.slug, id: doc.id, title: titleOf(doc) },
      })
      return doc
    },
  ],
})

type Row = Record<string, unknown>

const changesBetween = (before: Row, after: Row): Record<string, { from: unknown; to: unknown }> =>
  Object.fromEntries(
    Object.keys(after)
      .filter((name) => name !== 'id' && name !== 'collection' && !UNLOGGED.has(name))
      .map((name) => [name, { from: plain(before[name]), to: plain(after[name]) }] as const)
      .filter(([, { from, to }]) => JSON.stringify(from) !== JSON.stringify(to)),
  )

/** Relations as ids, whether populated or not. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain)
  if (value && typeof value === 'object' && 'id' in value) return value.id
  return value ?? null
}

const titleOf = (row: Row): string =>
  String(row['name'] ?? row['title'] ?? row['question'] ?? row['note'] ?? row['id'])
