import type { Payload } from 'payload'
import { idOf } from '../records/content'
import type { Approval, AuditLog, Release } from '../../payload-types'
import { claimsFrom, noClaims, type AuditClaims } from '../commands/verify/claims'
import type { StoredAuditRow } from '../governance/auditChain'
import { sha256 } from '../governance/hash'
import { planWindows, type Window } from '../governance/window'
import { approvalHash, releaseHash, signedHash } from './releaseHashes'

/** When a release that is as it was signed is in force, by the audit log, and whether it was withdrawn. */
export interface Standing {
  window: Window
  withdrawn: boolean
}

/** What the log says of a document’s releases. The rows that decide it, and no others. */
const ACTIONS = [
  'document.approve',
  'document.request_changes',
  'document.publish',
  'document.withdraw',
  'document.unschedule',
  'release.activated',
  'release.scheduled',
]

interface Known {
  /** The last audit row when these were found: any act of governance makes them old. */
  head: string
  /** By the hash of a release’s whole row: null where it is not as it was signed. */
  standings: Map<string, Standing | null>
}

const known = new WeakMap<Payload, Known>()
/** Rows kept; an installation has fewer in force. */
const MOST_KNOWN = 20_000

/**
 * The standing of those releases that are exactly what was signed and published: words, audience, tier, topic, language
 * and dates hash to what each of their approvals signed, the approvals and the release are those that the audit log
 * recorded, and when they hold is what the log says. So a row that was changed in the database is not served, nor one
 * whose withdrawal was taken back there. Found once for each state of a row and of the log.
 */
export const signedReleases = async (
  payload: Payload,
  releases: readonly Release[],
): Promise<Map<string, Standing>> => {
  if (!releases.length) return new Map()
  const { standings } = await knownAt(payload, await auditHead(payload))
  const keys = new Map(releases.map((release) => [release.id, sha256(JSON.stringify(release))]))
  const unknown = releases.filter(({ id }) => !standings.has(keys.get(id) ?? ''))
  const found = await standingsOf(payload, unknown)
  for (const { id } of unknown) standings.set(keys.get(id) ?? '', found.get(id) ?? null)
  return new Map(
    releases.flatMap(({ id }) => {
      const standing = standings.get(keys.get(id) ?? '')
      return standing ? [[id, standing] as const] : []
    }),
  )
}

/** Names the last audit row: any act of governance makes another. */
export const auditHead = async (payload: Payload): Promise<string> => {
  const { docs } = await payload.db.find<AuditLog>({
    collection: 'audit-log',
    sort: '-seq',
    limit: 1,
    pagination: false,
    select: { seq: true, hash: true },
    req: {},
  })
  return `${docs[0]?.seq}:${docs[0]?.hash}`
}

const knownAt = (payload: Payload, head: string): Known => {
  const kept = known.get(payload)
  if (kept?.head === head && kept.standings.size < MOST_KNOWN) return kept
  const fresh: Known = { head, standings: new Map() }
  known.set(payload, fresh)
  return fresh
}

const standingsOf = async (
  payload: Payload,
  releases: readonly Release[],
): Promise<Map<string, Standing>> => {
  if (!releases.length) return new Map()
  const [claims, approvals] = await Promise.all([
    claimsOn(payload, [...new Set(releases.map(({ documentId }) => documentId))]),
    approvalsOf(payload, releases),
  ])
  return new Map(
    releases.flatMap((release) => {
      const about = claims.get(release.documentId) ?? noClaims()
      const window = windowBy(about, release)
      if (window && isAsSigned(release, { claims: about, approvals }))
        return [[release.id, { window, withdrawn: about.ended.has(release.id) }] as const]
      payload.logger.error(
        { release: release.id, document: release.documentId },
        'A release is not what was signed, or not in force when the audit log says: it is not served. Run: vouch verify',
      )
      return []
    }),
  )
}

/** One that was never put in force is in order and holds at no instant. */
const windowBy = (
  { published, activated, ended }: AuditClaims,
  { id, expiresAt }: Release,
): Window | null => {
  if (!activated.has(id)) return { validFrom: 0, validTo: 0 }
  const times = [...published].map(([other, { seq }]) => ({
    id: other,
    sequence: seq,
    validFrom: instantOf(activated.get(other)?.validFrom),
    withdrawnAt: instantOf(ended.get(other)?.withdrawnAt),
    // Of the others only when they begin counts here.
    expiresAt: other === id ? instantOf(expiresAt) : null,
  }))
  return planWindows(times).get(id) ?? null
}

const isAsSigned = (
  release: Release,
  { claims, approvals }: { claims: AuditClaims; approvals: ReadonlyMap<string, Approval> },
): boolean => {
  const published = claims.published.get(release.id)
  const signatures = release.approvals.map((id) => approvals.get(idOf(id) ?? ''))
  return (
    sha256(release.text) === release.textHash &&
    signedHash(release) === release.contentHash &&
    published?.releaseHash === releaseHash(release) &&
    release.faq === (release.documentCollection === 'faqs') &&
    signatures.length > 0 &&
    signatures.every((approval) => approval !== undefined && signs(approval, release, claims))
  )
}

const signs = (approval: Approval, release: Release, claims: AuditClaims): boolean =>
  approval.decision === 'approved' &&
  approval.documentId === release.documentId &&
  approval.version === release.version &&
  approval.contentHash === release.contentHash &&
  claims.approvals.get(approval.id)?.hash === approvalHash(approval)

const claimsOn = async (payload: Payload, documentIds: string[]): Promise<Map<string, AuditClaims>> => {
  const { docs } = await payload.db.find<AuditLog>({
    collection: 'audit-log',
    where: { and: [{ subjectId: { in: documentIds } }, { action: { in: ACTIONS } }] },
    sort: 'seq',
    limit: 0,
    pagination: false,
    req: {},
  })
  const claims = new Map<string, AuditClaims>()
  for (const row of docs) {
    const about = claims.get(row.subjectId) ?? noClaims()
    claimsFrom(row as unknown as StoredAuditRow, about)
    claims.set(row.subjectId, about)
  }
  return claims
}

const approvalsOf = async (
  payload: Payload,
  releases: readonly Release[],
): Promise<Map<string, Approval>> => {
  const ids = releases.flatMap(({ approvals }) => approvals.flatMap((id) => idOf(id) ?? []))
  const { docs } = await payload.db.find<Approval>({
    collection: 'approvals',
    where: { id: { in: [...new Set(ids)] } },
    limit: 0,
    pagination: false,
    req: {},
  })
  return new Map(docs.map((row) => [row.id, row]))
}

const instantOf = (iso: string | null | undefined): number | null => (iso ? Date.parse(iso) : null)
