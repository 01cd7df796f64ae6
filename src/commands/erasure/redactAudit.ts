import type { PayloadRequest } from 'payload'
import type { AuditLog } from '../../../payload-types'
import { AUDIT_REDACTED, auditHashOf, type RedactedRow } from '../../governance/auditChain'
import { HOLDS } from '../../governance/erasure'
import type { Scrubber } from '../../governance/scrub'
import { auditKeysOf } from '../../records/auditKeys'
import { recordAudit, type AuditEntry } from '../../records/recordAudit'
import { toAuditRow } from '../verify/auditTrail'
import { changedIn } from './quotingRecords'

/**
 * Cuts words out of audit rows, in the caller's transaction. Each keeps the hash that it has in the chain, and a new row says
 * which hash its content has now: so the chain still holds, and nobody else can change a row that way. @returns how many rows.
 */
export async function redactAudit(
  req: PayloadRequest,
  { ids, scrubber, actor }: { ids: readonly string[]; scrubber: Scrubber; actor: AuditEntry['actor'] },
): Promise<Record<string, number>> {
  const rows: RedactedRow[] = []
  for (const id of ids) {
    const redacted = await redactRow(req, { id, scrubber })
    if (redacted) rows.push(redacted)
  }
  if (rows.length > 0)
    await recordAudit(req, {
      action: AUDIT_REDACTED,
      actor,
      subject: { collection: 'audit-log', id: 'audit-log', title: 'Audit log' },
      detail: { rows },
    })
  return { 'audit-log': rows.length }
}

const { fields = [] } = HOLDS['audit-log'] as { fields?: readonly string[] }

async function redactRow(
  req: PayloadRequest,
  { id, scrubber }: { id: string; scrubber: Scrubber },
): Promise<RedactedRow | null> {
  const collection = 'audit-log'
  const row = await req.payload.db.findOne<AuditLog>({ collection, where: { id: { equals: id } }, req })
  if (!row) return null
  const changes = changedIn(row as AuditLog & Record<string, unknown>, fields, scrubber) as Partial<AuditLog>
  if (!Object.keys(changes).length) return null
  await req.payload.db.updateOne({ collection, id, data: changes, req, returning: false })
  const key = row.keyId ? auditKeysOf(req.payload).find(row.keyId) : null
  return { seq: row.seq, hash: row.hash, now: auditHashOf(toAuditRow({ ...row, ...changes }), key) }
}
