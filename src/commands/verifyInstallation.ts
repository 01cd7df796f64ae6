import { idOf } from '../../collections/governed/content'
import { compareIndex } from '../../ingestion/reconcile'
import type { Approval, Chunk, Release } from '../../payload-types'
import type { Deps } from '../deps'
import { contentHashOf, sha256 } from '../governance/hash'

export interface Verification {
  checked: { releases: number; chunks: number; points: number }
  /** One sentence a break: what does not hold, and where. */
  breaks: string[]
}

/** Checks what may be served against what was signed, and names each break. Changes nothing. */
export const verifyInstallation = async (deps: Deps): Promise<Verification> => {
  const all = async <Row>(collection: 'releases' | 'chunks' | 'approvals'): Promise<Row[]> =>
    (await deps.payload.db.find<Row & { id: string }>({ collection, pagination: false, limit: 0, req: {} }))
      .docs
  const releases = new Map((await all<Release>('releases')).map((release) => [release.id, release]))
  const approvals = new Map((await all<Approval>('approvals')).map((approval) => [approval.id, approval]))
  const chunks = await all<Chunk>('chunks')
  const difference = await compareIndex(deps)
  return {
    checked: {
      releases: releases.size,
      chunks: chunks.length,
      points: difference.version ? await deps.store.count(difference.version) : 0,
    },
    breaks: [
      ...[...releases.values()].flatMap((release) => breaksOfRelease(release, approvals)),
      ...overlaps([...releases.values()]),
      ...chunks.flatMap((chunk) => breaksOfChunk(chunk, releases)),
      ...[...difference.missing].map(
        (id) => `Release ${nameOf(releases.get(id), id)} is not wholly in the index.`,
      ),
      ...[...difference.stale].map(
        (id) => `The index has the wrong window for ${nameOf(releases.get(id), id)}.`,
      ),
      ...difference.stray.map((id) => `Index point ${id} has no released chunk behind it.`),
    ],
  }
}

const nameOf = (release: Release | undefined, id: string): string =>
  release ? `“${release.title}” v${release.version} (${id})` : id

const breaksOfRelease = (release: Release, approvals: ReadonlyMap<string, Approval>): string[] => {
  const name = nameOf(release, release.id)
  const signatures = release.approvals.flatMap((approval) => approvals.get(idOf(approval) ?? '') ?? [])
  const signed = signatures.filter(
    (approval) =>
      approval.decision === 'approved' &&
      approval.documentId === release.documentId &&
      approval.version === release.version &&
      approval.contentHash === release.contentHash,
  )
  const authors = new Set((release.authors ?? []).map(idOf))
  const signers = new Set(
    signed.map((approval) => idOf(approval.approver)).filter((signer) => !authors.has(signer)),
  )
  const regulated = release.riskTier === 'regulated'
  return [
    ...(sha256(release.text) === release.textHash
      ? []
      : [`The text of ${name} is not the text that was released.`]),
    ...(hashOf(release) === release.contentHash ? [] : [`${name} is not what its signatures cover.`]),
    ...(signers.size >= (regulated ? 2 : 1) ? [] : [`${name} has fewer valid signatures than it needs.`]),
    ...(regulated && !signed.some((approval) => approval.approverRoles?.includes('compliance'))
      ? [`${name} is regulated and lacks a signature from compliance.`]
      : []),
  ]
}

/** The hash of what the release says now, computed as a signature computes it. */
const hashOf = (release: Release): string =>
  contentHashOf({
    collection: release.documentCollection,
    title: release.title,
    text: release.text,
    kind: release.kind ?? null,
    audience: release.audience,
    riskTier: release.riskTier,
    topic: idOf(release.topic),
    locale: release.locale,
    effectiveFrom: release.effectiveFrom ?? null,
    expiresAt: release.expiresAt ?? null,
  })

const breaksOfChunk = (chunk: Chunk, releases: ReadonlyMap<string, Release>): string[] => {
  const release = releases.get(idOf(chunk.release) ?? '')
  if (!release) return [`Chunk ${chunk.id} belongs to no release.`]
  return release.text.slice(chunk.start, chunk.end) === chunk.text
    ? []
    : [`Chunk ${chunk.id} is not the span of ${nameOf(release, release.id)} that it says it is.`]
}

/** No instant may have two releases of one document. */
const overlaps = (releases: readonly Release[]): string[] => {
  const begun = releases
    .filter((release) => release.validFrom && release.validTo !== release.validFrom)
    .toSorted((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? ''))
  return begun.flatMap((release, i) => {
    const next = begun.slice(i + 1).find((other) => other.documentId === release.documentId)
    const clash = next && (!release.validTo || release.validTo > (next.validFrom ?? ''))
    return clash
      ? [`${nameOf(release, release.id)} and ${nameOf(next, next.id)} are in force at the same time.`]
      : []
  })
}
