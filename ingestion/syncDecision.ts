import type { SignedContent } from '../src/governance/hash'
import type { GovernedCollection } from '../src/vocabulary'

/** A document that an earlier sync of a source made, as it stands now. Times are ISO 8601. */
export interface KnownDocument {
  collection: GovernedCollection
  id: string
  key: string
  /** Of its newest version. */
  contentHash: string | null
  /** Of the source's text as it was last taken or seen; null in documents that were imported before this was kept. */
  sourceContentHash: string | null
  vanishedAt: string | null
  conflictAt: string | null
  /** When someone last vouched for it, by signing it or by confirming it. */
  verifiedAt: string | null
  workflowState: string
  inTrash: boolean
}

/** A document as its source has it. */
export interface ListedDocument {
  collection: GovernedCollection
  key: string
  contentHash: string
  /** The item that it is in. */
  itemKey: string
  /** Of the item's bytes. */
  sha256: string | null
}

/**
 * create: it is new. update: it changed there alone. unchanged: both say the same. edited: it changed here alone.
 * conflict: it changed here and there. in_trash: somebody threw it away here. same_words: it changed there in blanks alone.
 */
export type Fate = 'create' | 'update' | 'unchanged' | 'edited' | 'conflict' | 'in_trash' | 'same_words'

/** What becomes of a text that a source has, by the document that is known under its key. Pure. */
export const fateOf = (contentHash: string, known: KnownDocument | undefined): Fate => {
  if (!known) return 'create'
  if (known.inTrash) return 'in_trash'
  if (known.contentHash === contentHash) return 'unchanged'
  const taken = known.sourceContentHash ?? known.contentHash
  if (taken === contentHash) return 'edited'
  return taken === known.contentHash ? 'update' : 'conflict'
}

/** Whether two contents differ in nothing but blanks and line ends, which nobody reads: that makes no new version. Pure. */
export const differsInBlanksAlone = (a: SignedContent, b: SignedContent): boolean =>
  withoutBlanks(a) === withoutBlanks(b)

const withoutBlanks = (content: SignedContent): string =>
  JSON.stringify({ ...content, title: oneBlank(content.title), text: oneBlank(content.text) })

/** A line break inside a paragraph is made by two blanks at the end of a line, so it is a blank as well. */
const oneBlank = (text: string): string =>
  text
    .replace(/ {2}\n/g, ' ')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** Names a document within its source: a policy and an FAQ of one key are two. */
export const nameOf = ({ collection, key }: { collection: GovernedCollection; key: string }): string =>
  `${collection}:${key}`

/** Finds the known documents that a text under a new key may be, moved. */
export type Twins = (listed: ListedDocument) => KnownDocument[]

/**
 * Known documents that say the same, or were in the same place of an item of the same bytes. Pure.
 * @param items what is known of the source's items.
 */
export const twinsAmong = (
  known: readonly KnownDocument[],
  items: Iterable<{ key: string; sha256: string | null }>,
): Twins => {
  const byHash = grouped(known, ({ contentHash, sourceContentHash }) => [contentHash, sourceContentHash])
  const byBytes = grouped([...items], ({ sha256 }) => [sha256])
  const byName = new Map(known.map((document) => [nameOf(document), document]))
  return (listed) => {
    const { collection, key, itemKey, sha256 } = listed
    const place = key.slice(itemKey.length)
    const sameBytes = (sha256 === null ? [] : (byBytes.get(sha256) ?? [])).flatMap(
      (item) => byName.get(nameOf({ collection, key: `${item.key}${place}` })) ?? [],
    )
    const sameText = byHash.get(listed.contentHash) ?? []
    return [...new Set([...sameText, ...sameBytes])].filter(
      (twin) => twin.collection === collection && !twin.inTrash,
    )
  }
}

/** What is decided once the whole source was seen. */
export interface Settled {
  moves: { listed: ListedDocument; from: KnownDocument }[]
  creates: ListedDocument[]
  /** Gone where they came from, and not marked so far. */
  vanished: KnownDocument[]
  /** New, or moved from a place that could not be looked at: left for a complete listing to tell. */
  undecided: ListedDocument[]
}

/**
 * Tells moved documents from new ones, and what vanished. A text under a new key is a moved one when it is exactly one of
 * those that were not seen. An incomplete listing tells of nothing that it is gone. Pure.
 * @param waiting texts under new keys that may have moved.
 * @param unseen known documents that this listing did not have.
 */
export const settle = ({
  waiting,
  unseen,
  complete,
  twins,
}: {
  waiting: readonly ListedDocument[]
  unseen: readonly KnownDocument[]
  complete: boolean
  twins: Twins
}): Settled => {
  const settled: Settled = { moves: [], creates: [], vanished: [], undecided: [] }
  const left = new Set(unseen)
  for (const listed of waiting) {
    const candidates = twins(listed).filter((twin) => left.has(twin))
    const [from] = candidates
    if (from && !complete) settled.undecided.push(listed)
    else if (from && candidates.length === 1) {
      left.delete(from)
      settled.moves.push({ listed, from })
    } else settled.creates.push(listed)
  }
  if (complete) settled.vanished = [...left].filter(canVanish)
  return settled
}

const canVanish = (document: KnownDocument): boolean =>
  !document.vanishedAt && !document.inTrash && !isRetired(document)

/** What nobody is told any more need not be looked after. */
const isRetired = ({ workflowState }: Pick<KnownDocument, 'workflowState'>): boolean =>
  workflowState === 'withdrawn' || workflowState === 'archived'

type Mark = 'vanishedAt' | 'conflictAt' | 'verifiedAt' | 'workflowState'

/** Whether a document is gone where it came from, and nobody has said since that it stays. */
export const isGone = (document: Pick<KnownDocument, Mark>): boolean =>
  !isRetired(document) && isStanding(document.vanishedAt, document.verifiedAt)

/** Whether a document was edited here and changed there, and nobody has said since that it is right. */
export const isInConflict = (document: Pick<KnownDocument, Mark>): boolean =>
  !isRetired(document) && isStanding(document.conflictAt, document.verifiedAt)

/** A mark waits for someone until somebody vouches for the text after it was made. */
const isStanding = (markedAt: string | null, verifiedAt: string | null): boolean =>
  markedAt !== null && !(verifiedAt && Date.parse(verifiedAt) > Date.parse(markedAt))

/** What is known of one source, by item: `a.csv` has the documents `a.csv#1` and `a.csv#2`. */
export const byItem = (known: readonly KnownDocument[]): Map<string, KnownDocument[]> =>
  grouped(known, ({ key }) => [...[...key.matchAll(/#/g)].map(({ index }) => key.slice(0, index)), key])

const grouped = <Row>(rows: readonly Row[], keysOf: (row: Row) => (string | null)[]): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows)
    for (const key of new Set(keysOf(row))) {
      if (key === null) continue
      const group = groups.get(key)
      if (group) group.push(row)
      else groups.set(key, [row])
    }
  return groups
}
