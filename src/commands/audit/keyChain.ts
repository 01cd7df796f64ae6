import type { Payload, Where } from 'payload'
import { recordAudit, SYSTEM } from '../../records/recordAudit'
import type { AuditLog } from '../../../payload-types'
import { findSealedRows, sealRows } from '../../database/sealRows'
import { inTransaction } from '../../database/transaction'
import { VouchError } from '../../errors'
import { KEYED } from '../../governance/auditChain'
import { auditKeysOf } from '../../records/auditKeys'
import { sealedCollections } from '../verify/seals'

const PAGE = 200

/**
 * Gives the audit chain of an installation from before it had a key one, once: every record is sealed as it is, and a keyed
 * row says so. Rows from before stay as they are. Interrupted, it goes on at the next start.
 * @param keyedBefore whether a head that was written elsewhere has a key: then a chain without one was tampered with, and
 *   nothing in it is taken for true.
 * @throws {VouchError} when the chain goes on with a key that this process does not have.
 */
export async function keyChain(payload: Payload, keyedBefore: () => Promise<boolean>): Promise<void> {
  const keys = auditKeysOf(payload)
  const last = await endOf(payload, '-seq')
  if (last?.keyId && !keys.find(last.keyId))
    throw new VouchError(
      `The audit log goes on with the key ${last.keyId}, which this process does not have. Bring back the file audit.key of the data directory, or set VOUCH_AUDIT_KEY to the key that was used.`,
    )
  // A chain that began with a key needs nothing.
  const first = await endOf(payload, 'seq')
  if (!first || first.keyId || (await isKeyed(payload))) return
  if (await keyedBefore()) {
    payload.logger.error(
      'The audit log has no key, though its heads say that it had one: it was written anew. Run: npm run -s vouch -- verify',
    )
    return
  }
  let records = 0
  for (const of of sealedCollections(payload)) records += await sealAsItIs(payload, of)
  await inTransaction({ payload }, async (req) => {
    if (await isKeyed(payload)) return
    await recordAudit(req, {
      action: KEYED,
      actor: SYSTEM,
      subject: { collection: 'audit-log', id: keys.current().id, title: `the key ${keys.current().id}` },
      detail: { records },
    })
  })
}

async function endOf({ db }: Payload, sort: string): Promise<AuditLog | undefined> {
  const found = await db.find<AuditLog>({
    collection: 'audit-log',
    sort,
    limit: 1,
    pagination: false,
    req: {},
  })
  return found.docs[0]
}

async function isKeyed({ db }: Payload): Promise<boolean> {
  const where = { action: { equals: KEYED } }
  return (await db.count({ collection: 'audit-log', where, req: {} })).totalDocs > 0
}

/** Seals each record of a collection that has no seal yet. @returns how many records there are. */
async function sealAsItIs(payload: Payload, of: string): Promise<number> {
  const keys = auditKeysOf(payload)
  let count = 0
  let after = ''
  for (let full = true; full;) {
    const where: Where = after ? { id: { greater_than: after } } : {}
    const ids = await inTransaction({ payload }, async (req) => {
      const rows = await findSealedRows({ db: payload.db, req }, { of, where, limit: PAGE, idsOnly: true })
      const found = rows.map(({ id }) => String(id))
      const touched = new Map([[of, new Map(found.map((id) => [id, { state: 'changed' as const }]))]])
      await sealRows({ db: payload.db, req, keys, touched })
      return found
    })
    count += ids.length
    full = ids.length === PAGE
    after = ids.at(-1) ?? ''
  }
  return count
}
