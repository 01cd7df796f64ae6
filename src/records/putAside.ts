import type { Payload } from 'payload'
import type { AuditLog, Chunk, Release } from '../../payload-types'
import { auditHashOf } from '../governance/auditChain'
import { auditKeysOf } from './auditKeys'

/** The rows that say what is put aside: a verification that Vouch ran by itself, and an admin’s acceptance. */
export const VERIFY_RAN = 'verify.ran'
export const VERIFY_ACCEPTED = 'verify.accepted'

/** Something that is not served until an admin has looked at it, because it is not what was signed or set. */
export interface PutAside {
  collection: string
  id: string
  message: string
}

/** Collections whose broken records are put aside: what is said, by whom, and how sure it must be. */
export const SERVED = new Set(['releases', 'chunks', 'approvals', 'topics', 'bots', 'calibrations'])

/** How old what this process knows may be, in ms. */
const FRESH_MS = 1_000

interface Known {
  read: number
  seq: number
  list: readonly PutAside[]
}
const known = new WeakMap<Payload, Known>()

/**
 * What is put aside now, as the last row of the audit log about it says. A row that is not keyed as it should be, or that is
 * older than one which was seen before, changes nothing.
 */
export async function putAside(payload: Payload): Promise<readonly PutAside[]> {
  const before = known.get(payload)
  if (before && Date.now() - before.read < FRESH_MS) return before.list
  const row = await lastRow(payload)
  const stands = row && row.seq >= (before?.seq ?? 0) && isGenuine(payload, row)
  const list = stands ? ((row.detail as { aside?: PutAside[] } | null)?.aside ?? []) : (before?.list ?? [])
  known.set(payload, { read: Date.now(), seq: stands ? row.seq : (before?.seq ?? 0), list })
  return list
}

/** The next reader looks again: this process has just changed it. */
export function forgetPutAside(payload: Payload): void {
  const before = known.get(payload)
  if (before) known.set(payload, { ...before, read: 0 })
}

/** Whether a record is put aside. */
export async function isPutAside(payload: Payload, collection: string, id: string): Promise<boolean> {
  return (await putAside(payload)).some((each) => each.collection === collection && each.id === id)
}

/** Takes out the releases that are put aside, or whose chunk, approval or topic is. */
export async function withoutPutAside(
  payload: Payload,
  { releases, chunks }: { releases: Map<string, Release>; chunks: readonly Chunk[] },
): Promise<Map<string, Release>> {
  const list = await putAside(payload)
  if (!list.length) return releases
  const aside = new Set(list.map(({ collection, id }) => `${collection}/${id}`))
  const broken = new Set(
    chunks.filter(({ id }) => aside.has(`chunks/${id}`)).map(({ release }) => idOf(release)),
  )
  return new Map(
    [...releases].filter(
      ([id, { approvals, topic }]) =>
        !broken.has(id) &&
        !aside.has(`releases/${id}`) &&
        !aside.has(`topics/${idOf(topic)}`) &&
        !approvals.some((approval) => aside.has(`approvals/${idOf(approval)}`)),
    ),
  )
}

const idOf = (relation: string | { id: string } | null | undefined): string | null =>
  typeof relation === 'string' ? relation : (relation?.id ?? null)

async function lastRow({ db }: Payload): Promise<AuditLog | undefined> {
  const { docs } = await db.find<AuditLog>({
    collection: 'audit-log',
    where: { action: { in: [VERIFY_RAN, VERIFY_ACCEPTED] } },
    sort: '-seq',
    limit: 1,
    pagination: false,
    req: {},
  })
  return docs[0]
}

/** Who can only write to the database cannot make one of these. */
function isGenuine(payload: Payload, row: AuditLog): boolean {
  const key = row.keyId ? auditKeysOf(payload).find(row.keyId) : null
  const { title = null, detail = null, previousHash = null } = row
  return key !== null && auditHashOf({ ...row, title, detail, previousHash }, key) === row.hash
}
