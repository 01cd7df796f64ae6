import { idOf } from '../records/content'
import type { Faq, Policy, Release, Topic } from '../../payload-types'
import { stateAt } from '../governance/clock'
import { signedCareOf } from '../governance/care'
import { stricterTier, type Held } from '../governance/heldTier'
import type { Governed } from '../governance/types'
import { inForce, lasts, windowOf, type Window } from '../governance/window'
import type { GovernedCollection } from '../vocabulary'

/** What is read of a row to judge it. */
export type JudgedRow = Pick<
  Policy | Faq,
  'id' | 'version' | 'workflowState' | 'riskTier' | 'topic' | 'authors' | 'owner' | 'reviewEveryDays'
>

/** What is read of a release to judge its document. */
export type JudgedRelease = Pick<
  Release,
  | 'documentCollection'
  | 'documentId'
  | 'authors'
  | 'version'
  | 'validFrom'
  | 'validTo'
  | 'withdrawnAt'
  | 'riskTier'
  | 'topic'
>

interface Known {
  collection: GovernedCollection
  row: JudgedRow
  title: string
  contentHash: string
  /** All releases of the document, in the order in which they were published. */
  releases: readonly JudgedRelease[]
  /** What holds from the versions that were signed before. */
  held: Held
  /** At least those that `signingTopics` names. */
  topics: readonly Topic[]
  openComments: number
  authorsSetUpBy?: readonly string[]
  oneAdmin?: boolean
  broughtInBy?: readonly string[]
  saysSomething?: boolean
}

/** A governed document as the rules judge it now, from rows that were read before. */
export const governedOf = ({
  collection,
  row,
  title,
  contentHash,
  releases,
  held,
  topics,
  openComments,
  ...hands
}: Known): Governed => {
  const now = Date.now()
  const authors = idsOf(row.authors)
  const windows = releases.flatMap((release) => windowOf(release) ?? [])
  const current = currentRelease(row, releases)
  const standing = inForceOrNext(releases, now)
  const riskTier = standing.reduce(
    (tier, release) => stricterTier(tier, release.riskTier),
    stricterTier(held.riskTier, row.riskTier),
  )
  return {
    collection,
    id: row.id,
    title,
    version: row.version,
    contentHash,
    state: stateAt(row.workflowState, { current: (current && windowOf(current)) ?? null, all: windows }, now),
    riskTier,
    groups: signingTopics(row, releases, held).flatMap((id) => {
      const topic = topics.find((each) => each.id === id)
      if (!topic) return []
      const approvers = (topic.approvers ?? []).flatMap((approver) => idOf(approver) ?? [])
      return [{ topic: topic.id, name: topic.name, approvers }]
    }),
    authors,
    writers: [...new Set([...authors, ...releases.flatMap((release) => idsOf(release.authors))])],
    owner: idOf(row.owner),
    care: signedCareOf(riskTier, { owner: idOf(row.owner), reviewEveryDays: row.reviewEveryDays }),
    live: standing.length > 0,
    inForce: windows.some((window) => inForce(window, now)),
    scheduled: standing.some((release) => !begun(windowOf(release), now)),
    openComments,
    ...hands,
  }
}

const idsOf = (relations: readonly unknown[] | null | undefined): string[] =>
  (relations ?? []).flatMap((relation) => idOf(relation) ?? [])

/** The activated release of the working version, which decides what the clock does to its state. @param releases in order. */
export const currentRelease = <R extends Pick<Release, 'version' | 'validFrom' | 'withdrawnAt'>>(
  { version }: Pick<JudgedRow, 'version'>,
  releases: readonly R[],
): R | undefined =>
  releases.findLast((release) => release.version === version && release.validFrom && !release.withdrawnAt)

/** Ids of the topics whose approvers sign it when it is sensitive: its own, and those that it had where it is or was served. */
export const signingTopics = (
  row: Pick<JudgedRow, 'topic'>,
  releases: readonly JudgedRelease[],
  held: Held,
): string[] => {
  const served = inForceOrNext(releases, Date.now()).filter(({ riskTier }) => riskTier !== 'standard')
  const ids = [idOf(row.topic), held.topic, ...served.map(({ topic }) => idOf(topic))]
  return [...new Set(ids)].filter((id) => id !== null)
}

/** Releases that are served now or will be. */
const inForceOrNext = (releases: readonly JudgedRelease[], now: number): JudgedRelease[] =>
  releases.filter((release) => {
    if (release.withdrawnAt) return false
    const window = windowOf(release)
    return !window || (lasts(window) && (window.validTo === null || window.validTo > now))
  })

const begun = (window: Window | null, now: number): boolean => window !== null && window.validFrom <= now
