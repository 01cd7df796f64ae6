import type { Payload } from 'payload'
import { addAuditRow, rotationOf, SYSTEM } from '../../records/recordAudit'
import { inTransaction } from '../../database/transaction'
import { auditKeysOf } from '../../records/auditKeys'

/**
 * Makes a new key for the audit chain; rows from before are checked with the old one, which stays in the key file. Every
 * process goes on with the new one at its next row.
 * @returns the ids of both keys, and the row that says so.
 * @throws {VouchError} when the key is in the settings, and is rotated there.
 */
export async function rotateAuditKey(payload: Payload): Promise<{ from: string; to: string; seq: number }> {
  const keys = auditKeysOf(payload)
  const from = keys.current().id
  const made = keys.rotate()
  const seq = await inTransaction({ payload }, (req) => addAuditRow(req, rotationOf(from, made, SYSTEM)))
  return { from, to: made.id, seq }
}
