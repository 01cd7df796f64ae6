import type { Deps } from '../deps'
import type { ChainHead } from '../governance/auditChain'
import { verifyApprovals } from './verify/approvals'
import { auditHead, walkAuditTrail } from './verify/auditTrail'
import type { Break, OnProgress, Verifying } from './verify/break'
import { verifyDocuments } from './verify/documents'
import { verifyIndex } from './verify/indexPoints'
import { verifyReleases } from './verify/releases'
import { verifyTexts } from './verify/texts'

export interface Verification {
  checked: {
    auditRows: number
    approvals: number
    releases: number
    chunks: number
    documents: number
    points: number
  }
  breaks: Break[]
  /** The last row of the audit log: written down elsewhere, it shows later that nothing was cut off. */
  auditHead: ChainHead
}

interface Options {
  /** A row of the audit log that must still be in it, as an earlier verification gave it. */
  expectHead?: ChainHead
  onProgress?: OnProgress
}

/**
 * Checks everything that may be served, back to who signed it, and names each break: the audit chain, every approval and
 * release against its audit row, every release against its signatures, text and window, every chunk against its span,
 * every document row against its live release, every index point against the database. Changes nothing; reads in pages.
 * While others work, one part is read after another, so what breaks is looked at twice: only what is broken both times
 * is named.
 */
export const verifyInstallation = async (deps: Deps, options: Options = {}): Promise<Verification> => {
  const first = await verifyOnce(deps, options)
  const head = await auditHead(deps.payload)
  if (!first.breaks.length || head?.hash === first.auditHead?.hash) return first
  const second = await verifyOnce(deps, options)
  const before = new Set(first.breaks.map(keyOf))
  return { ...second, breaks: second.breaks.filter((found) => before.has(keyOf(found))) }
}

const keyOf = ({ kind, id, message }: Break): string => `${kind} ${id} ${message}`

const verifyOnce = async (
  deps: Deps,
  { expectHead = null, onProgress = () => {} }: Options,
): Promise<Verification> => {
  const breaks: Break[] = []
  const verifying: Verifying = {
    payload: deps.payload,
    report: (found) => void breaks.push(found),
    onProgress,
  }
  const { rows, head, claims } = await walkAuditTrail(verifying, expectHead)
  const approvals = await verifyApprovals(verifying, claims)
  const releases = await verifyReleases(verifying, claims)
  const chunks = await verifyTexts(verifying, { claims, chunker: deps.chunker.id })
  const documents = await verifyDocuments(verifying)
  const points = await verifyIndex(verifying, deps)
  return {
    checked: { auditRows: rows, approvals, releases, chunks, documents, points },
    breaks,
    auditHead: head,
  }
}
