import type { Payload } from 'payload'
import { findTopics } from '../../commands/governedDocument'
import { governedOf, signingTopics } from '../../commands/governedOf'
import { readHandsOfAuthors } from '../../commands/hands'
import { signedVersions } from '../../records/signedVersions'
import { heldBy } from '../../governance/heldTier'
import { signaturesNeeded, standingApprovals } from '../../governance/signatures'
import type { Actor } from '../../governance/types'
import { GOVERNED_COLLECTIONS, type GovernedCollection, type RiskTier } from '../../vocabulary'
import { findCandidates, leadTopicsOf, type Candidate } from './candidates'
import { documentKey, findApprovals, findReleases, signaturesAmong } from './judgedRows'
import { todoOf, type Todo } from './todo'

/** A document that one person can move on, and what they would do. */
export interface Waiting {
  collection: GovernedCollection
  id: string
  title: string
  version: number
  riskTier: RiskTier
  /** Signatures that count, of those it needs. */
  signed: number
  needed: number
  /** ISO 8601: sent for review, changes asked for, signed, or due. */
  since: string
  todo: Todo
}

/** At most this many documents of a collection are looked at. */
const MOST = 500

const RISK: Record<RiskTier, number> = { regulated: 0, sensitive: 1, standard: 2 }

/**
 * What waits for this person: texts that they may sign, their own that came back or can be published, and theirs that must be
 * confirmed; the riskiest first, then those that wait longest. Hashes are taken as stored: the press of the button checks them.
 * @returns `more` when some were not looked at.
 */
export const readWaiting = async (
  payload: Payload,
  viewer: Actor,
  most = MOST,
): Promise<{ waiting: Waiting[]; more: boolean }> => {
  const leads = await leadTopicsOf(payload, viewer)
  const found = await Promise.all(
    GOVERNED_COLLECTIONS.map((collection) => findCandidates({ payload, viewer, collection, leads, most })),
  )
  const candidates = found.flatMap(({ docs }) => docs)
  const ids = candidates.map(({ row }) => row.id)
  const [releases, approvals] = await Promise.all([findReleases(payload, ids), findApprovals(payload, ids)])
  const records = (candidate: Candidate) => {
    const key = documentKey({ collection: candidate.collection, id: candidate.row.id })
    const own = { releases: releases.get(key) ?? [], approvals: approvals.get(key) ?? [] }
    return { ...own, held: heldBy(signedVersions(own.releases, own.approvals)) }
  }
  const topics = await findTopics(
    payload,
    candidates.flatMap((each) => signingTopics(each.row, records(each).releases, records(each).held)),
  )
  const hands = await readHandsOfAuthors(
    payload,
    candidates.map(({ row }) => row),
  )
  const judge = (candidate: Candidate): Waiting | null => {
    const { collection, row, title } = candidate
    const own = records(candidate)
    const document = governedOf({
      collection,
      row,
      title,
      contentHash: row.contentHash ?? '',
      releases: own.releases,
      held: own.held,
      topics,
      ...hands(row),
      openComments: 0,
    })
    const signatures = signaturesAmong(own.approvals, row.version)
    const todo = todoOf({ viewer, document, approvals: signatures, row, leads })
    return (
      todo && {
        collection,
        id: row.id,
        title,
        version: row.version,
        riskTier: document.riskTier,
        signed: standingApprovals(document, signatures).length,
        needed: signaturesNeeded(document),
        ...todo,
      }
    )
  }
  return {
    waiting: candidates
      .map(judge)
      .filter((waiting) => waiting !== null)
      .toSorted((a, b) => RISK[a.riskTier] - RISK[b.riskTier] || a.since.localeCompare(b.since)),
    more: found.some(({ hasNextPage }) => hasNextPage),
  }
}
