import Papa from 'papaparse'
import type { Payload } from 'payload'
import { recordAudit } from '../records/recordAudit'
import type { AuditLog } from '../../payload-types'
import { inTransaction } from '../database/transaction'
import { auditHead } from './verify/auditTrail'
import { pagesOf } from '../database/pages'

export const EXPORT_FORMATS = ['jsonl', 'csv'] as const

export interface AuditExport {
  format: (typeof EXPORT_FORMATS)[number]
  /** ISO 8601: rows from this instant on. */
  from?: string | undefined
  /** ISO 8601: rows before this instant. */
  to?: string | undefined
}

/** Everything that the hash of a row covers, and the hash: whoever has the whole log can walk the chain themselves. */
const COLUMNS = [
  'seq',
  'at',
  'action',
  'actor',
  'actorName',
  'subjectCollection',
  'subjectId',
  'title',
  'detail',
  'previousHash',
  'hash',
  'keyId',
] as const satisfies readonly (keyof AuditLog)[]

/**
 * The audit log's rows as text, a page at a time, the oldest first. That it was exported is recorded before the first
 * row leaves, and is its last row when no end is given.
 */
export async function* exportAudit(
  { payload, actor }: { payload: Payload; actor: { id: string; name: string } },
  { format, from, to }: AuditExport,
): AsyncGenerator<string> {
  await inTransaction({ payload }, (req) =>
    recordAudit(req, {
      action: 'audit.exported',
      actor,
      subject: { collection: 'audit-log', id: 'audit-log', title: 'Audit log' },
      detail: { format, from: from ?? null, to: to ?? null },
    }),
  )
  const head = await auditHead(payload)
  if (format === 'csv') yield `${COLUMNS.join(',')}\r\n`
  for await (const page of pagesOf<AuditLog>(payload, {
    collection: 'audit-log',
    by: 'seq',
    where: {
      and: [
        { seq: { less_than_equal: head?.seq ?? 0 } },
        from ? { at: { greater_than_equal: from } } : {},
        to ? { at: { less_than: to } } : {},
      ],
    },
  }))
    if (page.length) yield format === 'csv' ? csvOf(page) : jsonLinesOf(page)
}

const jsonLinesOf = (rows: readonly AuditLog[]): string =>
  rows
    .map((row) => `${JSON.stringify(Object.fromEntries(COLUMNS.map((name) => [name, row[name] ?? null])))}\n`)
    .join('')

/** A cell that a spreadsheet would take for a formula is written as text. */
const csvOf = (rows: readonly AuditLog[]): string =>
  `${Papa.unparse(
    rows.map((row) =>
      COLUMNS.map((name) => (name === 'detail' ? JSON.stringify(row.detail ?? null) : (row[name] ?? ''))),
    ),
    { escapeFormulae: true },
  )}\r\n`
