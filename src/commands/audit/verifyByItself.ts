import type { PayloadRequest } from 'payload'
import { recordAudit, SYSTEM } from '../../records/recordAudit'
import { notify } from '../../records/notify'
import { peopleWhoMay } from '../../records/peopleWhoMay'
import type { AuditLog } from '../../../payload-types'
import type { Deps } from '../../deps'
import { inTransaction } from '../../database/transaction'
import { sha256 } from '../../governance/hash'
import { forgetPutAside, putAside, SERVED, VERIFY_RAN, type PutAside } from '../../records/putAside'
import type { Break } from '../verify/break'
import { verifyInstallation, type Verification } from '../verifyInstallation'
import { counted } from '../../vocabulary'

/** Breaks that the audit row names; the rest are counted. */
const NAMED = 100

/** When the installation was last verified by itself, and what was found. */
export interface LastVerification {
  at: string
  breaks: number
  named: Pick<Break, 'kind' | 'id' | 'message'>[]
  unsealed: number
}

/**
 * Verifies the installation, records what was found, tells admins and compliance when something is broken, and puts aside
 * what of it would be served.
 */
export async function verifyByItself(deps: Deps): Promise<Verification> {
  const { payload } = deps
  const begun = Date.now()
  const found = await verifyInstallation(deps)
  await inTransaction({ payload }, async (req) => {
    const aside = merged(await putAside(payload), found.breaks)
    await recordAudit(req, {
      action: VERIFY_RAN,
      actor: SYSTEM,
      subject: {
        collection: 'audit-log',
        id: String(found.auditHead?.seq ?? 0),
        title: found.breaks.length ? counted(found.breaks.length, 'break') : 'no break',
      },
      detail: {
        breaks: found.breaks.length,
        named: found.breaks.slice(0, NAMED).map(({ kind, id, message }) => ({ kind, id, message })),
        checked: found.checked,
        unsealed: found.unsealed,
        ms: Date.now() - begun,
        aside,
      },
    })
    if (found.breaks.length) await tell(req, found.breaks)
  })
  forgetPutAside(payload)
  return found
}

/** The last time that it ran; null when it never did. */
export async function lastVerification({ db }: Deps['payload']): Promise<LastVerification | null> {
  const { docs } = await db.find<AuditLog>({
    collection: 'audit-log',
    where: { action: { equals: VERIFY_RAN } },
    sort: '-seq',
    limit: 1,
    pagination: false,
    req: {},
  })
  const row = docs[0]
  if (!row) return null
  const { breaks = 0, named = [], unsealed = 0 } = (row.detail ?? {}) as Partial<LastVerification>
  return { at: row.at, breaks, named, unsealed }
}

/** The collection of each kind of break that has one of its own. */
const COLLECTIONS: Partial<Record<Break['kind'], string>> = {
  release: 'releases',
  chunk: 'chunks',
  approval: 'approvals',
}

/** What of these breaks would be served. */
export function servedOf(breaks: readonly Break[]): PutAside[] {
  return breaks.flatMap(({ kind, id, collection = COLLECTIONS[kind], message }) =>
    collection && SERVED.has(collection) ? [{ collection, id, message }] : [],
  )
}

function merged(before: readonly PutAside[], breaks: readonly Break[]): PutAside[] {
  const all = [...before, ...servedOf(breaks)]
  return [...new Map(all.map((each) => [`${each.collection}/${each.id}`, each])).values()]
}

async function tell(req: PayloadRequest, breaks: readonly Break[]): Promise<void> {
  const people = await peopleWhoMay(req.payload, 'hearOfBreaks', req)
  await notify(req, {
    to: people.map(({ id }) => id),
    kind: 'verify_broken',
    title: `Something was changed behind Vouch’s back: ${breaks.length === 1 ? 'one break' : `${breaks.length} breaks`}`,
    body: breaks
      .slice(0, 5)
      .map(({ message }) => message)
      .join('\n'),
    href: '/admin/collections/audit-log',
    // The same breaks are told once, however often they are found.
    key: `verify:${sha256(breaks.map(({ kind, id, message }) => `${kind} ${id} ${message}`).join('\n')).slice(7, 39)}`,
    urgent: true,
  })
}
