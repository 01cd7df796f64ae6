import { idOf } from '../../records/content'
import { titleOf } from '../../records/workingRow'
import type { Faq, Policy } from '../../../payload-types'
import { GOVERNED_COLLECTIONS, type GovernedCollection } from '../../vocabulary'
import type { Verifying } from './break'
import { pagesOf, rowsById } from '../../database/pages'
import type { ReleaseRow } from './releaseHistory'

/**
 * Every document row that says a release of it is live, against that release. One that ended by the clock is no break:
 * the row says so until the worker next looks, and what is served never depends on it. @returns how many rows there are.
 */
export const verifyDocuments = async ({ payload, report, onProgress }: Verifying): Promise<number> => {
  let count = 0
  for (const collection of GOVERNED_COLLECTIONS) {
    const { totalDocs } = await payload.db.count({ collection, req: {} })
    for await (const page of pagesOf<Policy | Faq>(payload, {
      collection,
      select: { title: true, question: true, liveRelease: true, liveVersion: true, workflowState: true },
    })) {
      const releases = await rowsById<ReleaseRow>(payload, {
        collection: 'releases',
        ids: page.flatMap(({ liveRelease }) => idOf(liveRelease) ?? []),
        select: { text: false },
      })
      for (const row of page) {
        const why = wrongLive(collection, row, releases.get(idOf(row.liveRelease) ?? ''))
        const title = titleOf(row)
        if (why)
          report({ kind: 'document', id: row.id, message: `“${title}” (${collection}/${row.id}) ${why}` })
      }
      count += page.length
      onProgress('documents', count, Math.max(count, totalDocs))
    }
  }
  return count
}

const wrongLive = (
  collection: GovernedCollection,
  row: Policy | Faq,
  release: ReleaseRow | undefined,
): string | null => {
  const claimed = idOf(row.liveRelease)
  if (!claimed)
    return row.workflowState === 'published' ? 'says that it is published, and names no release.' : null
  if (!release) return `says that release ${claimed} is live, which does not exist.`
  if (release.documentCollection !== collection || release.documentId !== row.id)
    return `says that release ${claimed} is live, which is of another document.`
  if (release.version !== row.liveVersion)
    return `says that v${row.liveVersion} is live, and names the release of v${release.version}.`
  if (release.withdrawnAt) return `says that v${release.version} is live, which was withdrawn.`
  if (!release.validFrom || Date.parse(release.validFrom) > Date.now())
    return `says that v${release.version} is live, which is not in force yet.`
  return null
}
