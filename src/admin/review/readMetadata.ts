import type { Payload } from 'payload'
import { titleOf, type WorkingRow } from '../../records/workingRow'
import { idOf } from '../../records/content'
import type { ReadGoverned } from '../../commands/governedDocument'
import type { Release } from '../../../payload-types'
import { readNames } from '../people/readNames'
import { dayOf } from '../time/relative'
import { counted, sentence } from '../words'

/** One thing that is said about the text: as it was, and as it is now. */
export interface MetadataRow {
  label: string
  old: string | null
  now: string
  changed: boolean
  /** Whether the signature covers it. */
  signed: boolean
}

/** What is set beside the text, in words, next to what the compared release had. */
export const readMetadata = async ({
  payload,
  read: { row, document, content },
  release,
}: {
  payload: Payload
  read: ReadGoverned
  release: Release | null
}): Promise<MetadataRow[]> => {
  const before = release && (await rowAt(payload, document.collection, document.id, release.version))
  const words = await wordsFor(payload, document.collection, [row, before])
  const line = (label: string, signed: boolean, now: string, old: string | undefined): MetadataRow => ({
    label,
    signed,
    now,
    old: release ? (old ?? 'not on record') : null,
    changed: release !== null && old !== undefined && old !== now,
  })
  const kindOf = (kind: string | null | undefined) => (kind ? sentence(kind) : '–')
  return [
    line('Audience', true, sentence(content.audience), release ? sentence(release.audience) : undefined),
    line('Risk tier', true, sentence(content.riskTier), release ? sentence(release.riskTier) : undefined),
    line('Topic', true, words.topic(content.topic), release ? words.topic(idOf(release.topic)) : undefined),
    line('Effective from', true, day(content.effectiveFrom, AT_ONCE), day(release?.effectiveFrom, AT_ONCE)),
    line('Expires', true, day(content.expiresAt, NEVER), day(release?.expiresAt, NEVER)),
    line('Language', true, content.locale, release?.locale),
    ...(document.collection === 'policies'
      ? [line('Kind', true, kindOf(content.kind), release ? kindOf(release.kind) : undefined)]
      : []),
    line(
      'Owner',
      Boolean(document.care),
      words.person(idOf(row.owner)),
      before ? words.person(idOf(before.owner)) : undefined,
    ),
    line('Checked every', Boolean(document.care), cadence(row), before ? cadence(before) : undefined),
    line(
      'Translation of',
      false,
      words.document(idOf(row.translationOf)),
      before ? words.document(idOf(before.translationOf)) : undefined,
    ),
  ]
}

const AT_ONCE = 'When it is published'
const NEVER = 'Never, until it is replaced'
const day = (at: string | null | undefined, none: string): string => (at ? dayOf(at) : none)
const cadence = ({ reviewEveryDays }: Pick<WorkingRow, 'reviewEveryDays'>): string =>
  reviewEveryDays ? counted(reviewEveryDays, 'day') : 'Not set'

type Collection = ReadGoverned['document']['collection']

/** The working copy as it was when that version was last saved; null when history has none. */
const rowAt = async (
  payload: Payload,
  collection: Collection,
  id: string,
  version: number,
): Promise<WorkingRow | null> => {
  const { docs } = await payload.findVersions({
    collection,
    where: { and: [{ parent: { equals: id } }, { 'version.version': { equals: version } }] },
    sort: '-updatedAt',
    limit: 1,
    depth: 0,
    pagination: false,
  })
  return (docs[0]?.version as WorkingRow | undefined) ?? null
}

/** Names for the relations of these rows; a topic is looked up when its name is wanted. */
const wordsFor = async (payload: Payload, collection: Collection, rows: readonly (WorkingRow | null)[]) => {
  const ids = (of: (row: WorkingRow) => unknown): string[] =>
    rows.flatMap((row) => (row ? (idOf(of(row)) ?? []) : []))
  const [names, topics, originals] = await Promise.all([
    readNames(
      payload,
      ids(({ owner }) => owner),
    ),
    payload.find({ collection: 'topics', depth: 0, pagination: false, select: { name: true } }),
    payload.find({
      collection,
      where: { id: { in: ids(({ translationOf }) => translationOf) } },
      depth: 0,
      pagination: false,
    }),
  ])
  return {
    person: (id: string | null) => (id ? (names.get(id) ?? 'A person who has left') : 'Nobody'),
    topic: (id: string | null) => topics.docs.find((topic) => topic.id === id)?.name ?? 'None',
    document: (id: string | null) => {
      const found = originals.docs.find((document) => document.id === id)
      return found ? titleOf(found) : 'Nothing'
    },
  }
}
