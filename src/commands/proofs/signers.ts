import type { Payload } from 'payload'
import { rowsById } from '../../database/pages'
import { signedReleases } from '../../database/signedReleases'
import { inForce } from '../../governance/window'
import { idOf } from '../../records/content'
import type { Approval, Release, User } from '../../../payload-types'
import type { ReceiptCitation } from '../parseReceipt'

/** A signed text that an answer quoted. */
export interface SignedSource {
  releaseId: string
  collection: string
  documentId: string
  title: string
  version: number
  signedBy: { id: string; name: string; at: string }[]
  validFrom: string | null
  validTo: string | null
  /** Whether it is in force at this moment, by the audit log; false too where it is not as it was signed. */
  inForce: boolean
}

/** Who signed the texts behind citations, and whether each is in force now, by the id of its release. */
export async function signersOf(
  payload: Payload,
  citations: readonly ReceiptCitation[],
  now = Date.now(),
): Promise<Map<string, SignedSource>> {
  const releases = await rowsById<Release>(payload, {
    collection: 'releases',
    ids: citations.map(({ releaseId }) => releaseId),
  })
  const rows = [...releases.values()]
  const approvals = await rowsById<Approval>(payload, {
    collection: 'approvals',
    ids: rows.flatMap((row) => row.approvals.flatMap((each) => idOf(each) ?? [])),
  })
  const people = await rowsById<User>(payload, {
    collection: 'users',
    ids: [...approvals.values()].flatMap(({ approver }) => idOf(approver) ?? []),
    select: { name: true },
  })
  const standings = await signedReleases(payload, rows)
  return new Map(
    citations.map((citation) => {
      const release = releases.get(citation.releaseId)
      const standing = standings.get(citation.releaseId)
      return [
        citation.releaseId,
        {
          releaseId: citation.releaseId,
          collection: citation.document.collection,
          documentId: citation.document.id,
          title: citation.document.title,
          version: citation.version,
          signedBy: (release?.approvals ?? []).flatMap((id) => {
            const approval = approvals.get(idOf(id) ?? '')
            const person = idOf(approval?.approver)
            return approval && person
              ? [{ id: person, name: people.get(person)?.name ?? person, at: approval.createdAt }]
              : []
          }),
          validFrom: release?.validFrom ?? null,
          validTo: release?.validTo ?? null,
          inForce: standing !== undefined && inForce(standing.window, now),
        },
      ]
    }),
  )
}
