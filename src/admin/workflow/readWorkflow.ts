import type { Payload } from 'payload'
import { signaturesOn } from '../../../collections/governed/approval'
import { idOf } from '../../../collections/governed/content'
import type { Release, User } from '../../../payload-types'
import { readGoverned } from '../../commands/governedDocument'
import { missingSignatures, SIGNATURES_NEEDED, standingApprovals } from '../../governance/signatures'
import { decideTransition, RULES } from '../../governance/transitions'
import { TRANSITIONS, type Actor, type Approval, type Governed } from '../../governance/types'
import type { GovernedCollection } from '../../vocabulary'
import { rolesWords } from '../words'
import { readHistory } from './readHistory'
import type { InForce, Signature, Step, Workflow } from './types'

/**
 * The workflow of one document as `actor` sees it: decided by the same rules that will judge the press of a button.
 * @throws {NotFoundError} when there is no such document.
 */
export const readWorkflow = async ({
  payload,
  actor,
  collection,
  id,
}: {
  payload: Payload
  actor: Actor
  collection: GovernedCollection
  id: string
}): Promise<Workflow> => {
  const { document, approvals, releases: all } = await readGoverned({ payload, collection, id })
  const [releases, signatures, history, cited, authors] = await Promise.all([
    unendedReleases(payload, id),
    readSignatures(payload, document, approvals),
    readHistory(payload, id),
    payload.count({ collection: 'answers', where: { citedDocuments: { in: [id] } } }),
    namesOf(payload, await writersOf(payload, document)),
  ])
  const now = Date.now()
  const windows = releases.flatMap(windowOf)
  return {
    collection,
    id,
    title: document.title,
    state: document.state,
    version: document.version,
    riskTier: document.riskTier,
    authors,
    live: windows.find(({ from }) => Date.parse(from) <= now) ?? null,
    next: windows.find(({ from }) => Date.parse(from) > now) ?? null,
    pending: all.some(({ validFrom, withdrawnAt }) => !validFrom && !withdrawnAt),
    signatures,
    needed: SIGNATURES_NEEDED[document.riskTier],
    missing: missingSignatures(document, approvals),
    steps: stepsOf(actor, document, approvals),
    history,
    citedBy: cited.totalDocs,
  }
}

/** Who wrote the working version: once it is released, its release remembers. */
const writersOf = async (payload: Payload, document: Governed): Promise<readonly string[]> => {
  if (document.authors.length) return document.authors
  const { docs } = await payload.find({
    collection: 'releases',
    where: { and: [{ documentId: { equals: document.id } }, { version: { equals: document.version } }] },
    depth: 0,
    limit: 1,
    pagination: false,
  })
  return (docs[0]?.authors ?? []).flatMap((author) => idOf(author) ?? [])
}

const stepsOf = (actor: Actor, document: Governed, approvals: readonly Approval[]): Step[] =>
  TRANSITIONS.map((transition) => {
    const decision = decideTransition({ transition, actor, document, approvals })
    return {
      transition,
      label: RULES[transition].label,
      allowed: decision.allowed,
      reason: decision.allowed ? null : decision.reason,
      now: (decision.allowed || decision.because !== 'state') && (transition !== 'withdraw' || document.live),
    }
  })

/** Releases that are in force or will be, the earliest first. */
const unendedReleases = async (payload: Payload, documentId: string): Promise<Release[]> => {
  const { docs } = await payload.find({
    collection: 'releases',
    where: {
      and: [
        { documentId: { equals: documentId } },
        { validFrom: { exists: true } },
        { or: [{ validTo: { exists: false } }, { validTo: { greater_than: new Date().toISOString() } }] },
      ],
    },
    sort: 'validFrom',
    depth: 0,
    pagination: false,
  })
  return docs
}

const windowOf = (release: Release): InForce[] =>
  release.validFrom && !(release.validTo && release.validTo <= release.validFrom)
    ? [
        {
          releaseId: release.id,
          version: release.version,
          from: release.validFrom,
          to: release.validTo ?? null,
        },
      ]
    : []

const readSignatures = async (
  payload: Payload,
  document: Governed,
  approvals: readonly Approval[],
): Promise<Signature[]> => {
  const signers = standingApprovals(document, approvals).map(({ approver }) => approver)
  if (!signers.length) return []
  const rows = await signaturesOn(payload, { id: document.id, version: document.version, depth: 1 })
  return rows
    .filter((row) => signers.includes(idOf(row.approver) ?? ''))
    .map((row) => ({
      name: nameOf(row.approver),
      roles: rolesWords(row.approverRoles ?? []),
      onBehalfOf: row.onBehalfOf ? nameOf(row.onBehalfOf) : null,
      at: row.createdAt,
      comment: row.comment ?? null,
    }))
}

const nameOf = (person: string | User): string =>
  typeof person === 'object' ? person.name : 'A person who has left'

const namesOf = async (payload: Payload, ids: readonly string[]): Promise<string[]> => {
  if (!ids.length) return []
  const { docs } = await payload.find({
    collection: 'users',
    where: { id: { in: [...ids] } },
    depth: 0,
    pagination: false,
  })
  return docs.map(({ name }) => name)
}
