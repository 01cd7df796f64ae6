import { timesOf } from '../../../ingestion/releaseWindows'
import type { Release } from '../../../payload-types'
import { lasts, planWindows, windowOf } from '../../governance/window'
import { nameOf } from './break'
import type { AuditClaims } from './claims'

/** A release as it is listed for its dates and signatures: without its text. */
export type ReleaseRow = Omit<Release, 'text'>

/** What is wrong with when one document's releases are in force. `releases` are all that it has. */
export const wrongInHistory = (
  releases: readonly ReleaseRow[],
  claims: AuditClaims,
): { id: string; message: string }[] => {
  const windows = planWindows(releases.map(timesOf))
  return [
    ...releases.flatMap((release) =>
      [wrongBeginning(release, claims), wrongWithdrawal(release, claims), wrongEnd(release, windows)]
        .filter((message) => message !== null)
        .map((message) => ({ id: release.id, message })),
    ),
    ...overlaps(releases),
  ]
}

const wrongBeginning = (release: ReleaseRow, { activated }: AuditClaims): string | null => {
  const claim = activated.get(release.id)
  if (!claim && !release.validFrom) return null
  if (!claim)
    return `${nameOf(release)} is in force from ${release.validFrom}, and no audit row put it in force.`
  if (release.validFrom === claim.validFrom) return null
  return `${nameOf(release)} is in force from ${release.validFrom ?? 'no instant'}; audit row No. ${claim.seq} says from ${claim.validFrom}.`
}

const wrongWithdrawal = (release: ReleaseRow, { ended }: AuditClaims): string | null => {
  const claim = ended.get(release.id)
  if (!claim && !release.withdrawnAt) return null
  if (!claim)
    return `${nameOf(release)} was withdrawn at ${release.withdrawnAt}, and no audit row says who did it.`
  if (release.withdrawnAt && release.withdrawnAt === claim.withdrawnAt) return null
  return `${nameOf(release)} is ${release.withdrawnAt ? `withdrawn at ${release.withdrawnAt}` : 'not withdrawn'}; audit row No. ${claim.seq} withdrew it at ${claim.withdrawnAt ?? 'an instant that it does not name'}.`
}

const wrongEnd = (release: ReleaseRow, windows: ReturnType<typeof planWindows>): string | null => {
  const planned = windows.get(release.id)?.validTo ?? null
  const stored = release.validTo ? Date.parse(release.validTo) : null
  return planned === stored
    ? null
    : `${nameOf(release)} is in force until ${wordsOf(stored)}; its expiry, withdrawal and followers make that ${wordsOf(planned)}.`
}

const wordsOf = (end: number | null): string =>
  end === null ? 'further notice' : new Date(end).toISOString()

/** No instant may have two releases of one document. */
const overlaps = (releases: readonly ReleaseRow[]): { id: string; message: string }[] => {
  const begun = releases
    .flatMap((release) => {
      const window = windowOf(release)
      return window && lasts(window) ? [{ release, ...window }] : []
    })
    .toSorted((a, b) => a.validFrom - b.validFrom)
  return begun.flatMap(({ release, validTo }, i) => {
    const next = begun[i + 1]
    if (!next || (validTo !== null && validTo <= next.validFrom)) return []
    return [
      {
        id: release.id,
        message: `${nameOf(release)} and ${nameOf(next.release)} are in force at the same time.`,
      },
    ]
  })
}
