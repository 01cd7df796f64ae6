import { idOf } from '../../records/content'
import type { Approval, Faq, Policy } from '../../../payload-types'
import { GOVERNED_COLLECTIONS } from '../../vocabulary'
import { releaseHash } from '../../database/releaseHashes'
import { nameOf, type Verifying } from './break'
import type { AuditClaims } from './claims'
import { pagesOf, rowsById } from '../../database/pages'
import { wrongInHistory, type ReleaseRow } from './releaseHistory'
import { wrongSignatures } from './releaseSignatures'

/** Documents whose releases are looked at together: their approvals are read at once. */
const TOGETHER = 200

/**
 * Every release against the audit row that published it, its signatures and the windows of its document, and those that
 * are gone. @returns how many there are.
 */
export const verifyReleases = async (verifying: Verifying, claims: AuditClaims): Promise<number> => {
  const { payload, report, onProgress } = verifying
  const gone = new Map(claims.published)
  let count = 0
  for await (const histories of releaseHistories(verifying)) {
    const approvals = await rowsById<Approval>(payload, {
      collection: 'approvals',
      ids: histories.flat().flatMap((release) => release.approvals.flatMap((id) => idOf(id) ?? [])),
    })
    const documents = await documentsOf(verifying, histories)
    for (const releases of histories) {
      const [first] = releases
      if (first && !documents.has(keyOf(first)))
        report({
          kind: 'release',
          id: first.id,
          message: `${nameOf(first)} is of ${keyOf(first)}, and there is no such document.`,
        })
      for (const release of releases) {
        gone.delete(release.id)
        for (const message of [
          wrongRecord(release, claims),
          wrongSignatures(release, { siblings: releases, approvals, claims }),
        ])
          if (message) report({ kind: 'release', id: release.id, message })
      }
      for (const { id, message } of wrongInHistory(releases, claims)) report({ kind: 'release', id, message })
      count += releases.length
    }
    onProgress('releases', count, claims.published.size)
  }
  for (const [id, { seq, title, version }] of gone)
    report({
      kind: 'release',
      id,
      message: `The release ${id} of “${title}” v${version} is gone; audit row No. ${seq} published it.`,
    })
  return count
}

/** All releases of some documents at a time, each document's together. */
async function* releaseHistories({ payload }: Verifying): AsyncGenerator<ReleaseRow[][]> {
  let waiting = new Map<string, ReleaseRow[]>()
  for await (const page of pagesOf<ReleaseRow>(payload, {
    collection: 'releases',
    by: 'documentId',
    select: { text: false },
  })) {
    for (const release of page) {
      const known = waiting.get(keyOf(release))
      if (known) known.push(release)
      else waiting.set(keyOf(release), [release])
    }
    if (waiting.size < TOGETHER) continue
    // The last id may go on in the next page.
    const last = page.at(-1)?.documentId
    const begun = [...waiting].filter(([, [first]]) => first?.documentId === last)
    for (const [key] of begun) waiting.delete(key)
    yield [...waiting.values()]
    waiting = new Map(begun)
  }
  yield [...waiting.values()]
}

const keyOf = ({ documentCollection, documentId }: ReleaseRow): string =>
  `${documentCollection}/${documentId}`

/** Of the documents that these releases are of, those that exist, in the trash or not. */
const documentsOf = async (
  { payload }: Verifying,
  histories: readonly ReleaseRow[][],
): Promise<Set<string>> => {
  const found = new Set<string>()
  for (const collection of GOVERNED_COLLECTIONS) {
    const ids = histories.flatMap(([first]) =>
      first?.documentCollection === collection ? [first.documentId] : [],
    )
    const rows = await rowsById<Policy | Faq>(payload, { collection, ids, select: { version: true } })
    for (const id of rows.keys()) found.add(`${collection}/${id}`)
  }
  return found
}

const wrongRecord = (release: ReleaseRow, { published }: AuditClaims): string | null => {
  const claim = published.get(release.id)
  if (!claim) return `${nameOf(release)} has no row in the audit log: nobody published it.`
  const holds =
    releaseHash(release) === claim.releaseHash && release.faq === (release.documentCollection === 'faqs')
  return holds ? null : `${nameOf(release)} is not what audit row No. ${claim.seq} published: it was altered.`
}
