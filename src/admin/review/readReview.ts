import type { Payload } from 'payload'
import { readGoverned, type ReadGoverned } from '../../commands/governedDocument'
import type { ReleaseState } from '../../governance/clock'
import { hiddenCharactersIn, type HiddenCharacter } from '../../answer/reading/hidden'
import type { Actor } from '../../governance/types'
import { inForce, windowOf } from '../../governance/window'
import type { Release } from '../../../payload-types'
import type { GovernedCollection } from '../../vocabulary'
import { workflowOf } from '../workflow/readWorkflow'
import type { Workflow } from '../workflow/types'
import { diffTexts, type TextDiff } from './diff'
import { diffWords, type Run } from './diffWords'
import { placesOf, type Place } from './passages'
import { readComments, type ReviewComment } from './readComments'
import { readProofs, type Proofs } from './proofs/readProofs'
import { readMetadata, type MetadataRow } from './readMetadata'

/** All that a person needs to judge a version, as plain data. */
export interface Review {
  workflow: Workflow
  /** What it is compared with: the release in force, else the last one before it; null for a first version. */
  base: { version: number; state: ReleaseState } | null
  title: Run[]
  titleChanged: boolean
  diff: TextDiff
  metadata: MetadataRow[]
  /** Those nobody has resolved first. */
  comments: ReviewComment[]
  /** Where the passages of open comments stand; one whose words are gone is missing. */
  places: Place[]
  /** ISO 8601; null when it does not wait for review. */
  sentAt: string | null
  effectiveFrom: string | null
  expiresAt: string | null
  audience: string
  /** In its title and text: what the reviewer would sign without seeing it. */
  hidden: HiddenCharacter[]
  proofs: Proofs
}

/**
 * Reads one document for review, as `actor` sees it.
 * @throws {NotFoundError} when there is no such document.
 */
export const readReview = async ({
  payload,
  actor,
  collection,
  id,
}: {
  payload: Payload
  actor: Actor
  collection: GovernedCollection
  id: string
}): Promise<Review> => {
  const read = await readGoverned({ payload, collection, id })
  const { content, row } = read
  const release = baseOf(read)
  const [workflow, comments, metadata, proofs] = await Promise.all([
    workflowOf({ payload, actor, read }),
    readComments(payload, { collection, id }),
    readMetadata({ payload, read, release }),
    readProofs(payload, read),
  ])
  const diff = diffTexts(release?.text ?? null, content.text, content.locale)
  const title = diffWords(release?.title ?? content.title, content.title, content.locale)
  const open = comments.filter(({ resolved }) => !resolved)
  return {
    workflow,
    base: release && {
      version: release.version,
      state: workflow.releases.find((line) => line.id === release.id)?.state ?? 'superseded',
    },
    title: title.runs,
    titleChanged: title.sentences > 0,
    diff,
    metadata,
    comments,
    places: placesOf(
      diff.blocks,
      open.flatMap(({ id: comment, exact, prefix, suffix }) =>
        exact ? [{ id: comment, exact, prefix, suffix }] : [],
      ),
    ),
    sentAt: row.inReviewSince ?? null,
    effectiveFrom: content.effectiveFrom,
    expiresAt: content.expiresAt,
    audience: content.audience,
    proofs,
    hidden: hiddenCharactersIn(`${content.title}\n${content.text}`),
  }
}

const baseOf = ({ releases, document }: ReadGoverned): Release | null => {
  const others = releases.filter(({ version, validFrom }) => version !== document.version && validFrom)
  const holds = (release: Release): boolean => {
    const window = windowOf(release)
    return window !== null && inForce(window, Date.now())
  }
  return others.findLast(holds) ?? others.findLast(({ version }) => version < document.version) ?? null
}
