import type { Payload } from 'payload'
import type { Deps } from '../deps'
import type { ChainHead } from '../governance/auditChain'
import { headPlaces, readHeads } from '../records/auditHeads'
import { verifyApprovals } from './verify/approvals'
import { auditHead, walkAuditTrail, type ExpectedHead } from './verify/auditTrail'
import { verifyBatches } from './verify/batches'
import { keyOf, type Break, type OnProgress, type Verifying } from './verify/break'
import { verifyDocuments } from './verify/documents'
import { verifyIndex } from './verify/indexPoints'
import { verifyGapCounts } from './verify/gapCounts'
import { verifyReleases } from './verify/releases'
import { verifySeals } from './verify/seals'
import { verifyTexts } from './verify/texts'

export interface Verification {
  checked: {
    auditRows: number
    approvals: number
    releases: number
    chunks: number
    documents: number
    points: number
    /** Sealed records of every kind. */
    records: number
  }
  breaks: Break[]
  /** Breaks that an admin has accepted, which are not named any more. */
  accepted: number
  /** Records written so lately that the audit chain does not hold their seals yet; who deletes one of these with its seal is not noticed. */
  unsealed: number
  /** The last row of the audit log: written down elsewhere, it shows later that nothing was cut off. */
  auditHead: ChainHead
}

interface Options {
  /** A row of the audit log that must still be in it, as an earlier verification gave it. */
  expectHead?: ChainHead
  /** Rows that must still be in it, as they were written elsewhere; those of VOUCH_AUDIT_HEADS unless given. */
  expectHeads?: readonly ExpectedHead[]
  onProgress?: OnProgress
}

/**
 * Checks everything that may be served, back to who signed it, and everything that decides it or records it: the audit chain
 * against the heads that were written elsewhere, every approval and release against its audit row, every release against its
 * signatures, text and window, every chunk against its span, every document row against its live release, every index point
 * against the database, every other record against its seal, and the seals against the chain. Names each break, changes
 * nothing, reads in pages. While others work, one part is read after another, so what breaks is looked at twice: only what is
 * broken both times is named.
 */
export const verifyInstallation = async (deps: Deps, options: Options = {}): Promise<Verification> => {
  const first = await verifyOnce(deps, options)
  if (!first.breaks.length || !(await hasMoved(deps, first))) return first
  const second = await verifyOnce(deps, options)
  const before = new Set(first.breaks.map(keyOf))
  return { ...second, breaks: second.breaks.filter((found) => before.has(keyOf(found))) }
}

/** Whether anything was written since: every record that is leaves a seal, and most leave an audit row too. */
const hasMoved = async ({ payload }: Deps, { seals, auditHead: head }: Once): Promise<boolean> =>
  (await auditHead(payload))?.hash !== head?.hash || (await countSeals(payload)) !== seals

const countSeals = async (payload: Payload): Promise<number> =>
  (await payload.db.count({ collection: 'record-seals', req: {} })).totalDocs

interface Once extends Verification {
  seals: number
}

const verifyOnce = async (
  deps: Deps,
  { expectHead, expectHeads, onProgress = () => {} }: Options,
): Promise<Once> => {
  const { payload } = deps
  const breaks = new Map<string, Break>()
  const verifying: Verifying = {
    payload,
    report: (found) => void breaks.set(keyOf(found), found),
    onProgress,
  }
  const seals = await countSeals(payload)
  const heads = expectHeads ?? (expectHead ? [] : await readHeads(headPlaces(deps.env).file))
  const { rows, head, claims } = await walkAuditTrail(verifying, [
    ...heads,
    ...(expectHead ? [expectHead] : []),
  ])
  const approvals = await verifyApprovals(verifying, claims)
  const releases = await verifyReleases(verifying, claims)
  const chunks = await verifyTexts(verifying, { claims, chunker: deps.chunker.id })
  const documents = await verifyDocuments(verifying)
  const points = await verifyIndex(verifying, deps)
  const named = new Set([...breaks.values()].map(({ kind, id }) => `${kind} ${id}`))
  const records = await verifySeals({
    ...verifying,
    // What is named already, with what is wrong with it, needs no second sentence.
    report: (found) => (named.has(`${found.kind} ${found.id}`) ? undefined : verifying.report(found)),
  })
  await verifyGapCounts(verifying)
  const unsealed = await verifyBatches(verifying, claims)
  const open = [...breaks.values()].filter((found) => !claims.accepted.has(keyOf(found)))
  return {
    checked: { auditRows: rows, approvals, releases, chunks, documents, points, records },
    breaks: open,
    accepted: breaks.size - open.length,
    unsealed,
    auditHead: head,
    seals,
  }
}
