import type { Payload } from 'payload'
import { escalationText } from '../../records/escalationPolicy'
import { titleOf, type WorkingRow } from '../../records/workingRow'
import { activeIndexVersion } from '../../../ingestion/indexVersions'
import type { User } from '../../../payload-types'
import { hydrate } from '../../database/passages'
import { searchChunks } from '../../database/searchChunks'
import { StoreError } from '../../errors'
import type { Dictionary } from '../../retrieval/dictionary/dictionary'
import { retrieve } from '../../retrieval/retrieve'
import type { EmbeddingModel, RankedPassage, VectorStore } from '../../retrieval/types'
import {
  AUDIENCES,
  GOVERNED_COLLECTIONS,
  type GovernedCollection,
  type WorkflowState,
} from '../../vocabulary'
import { readSynonyms } from '../synonyms'
import { markdownWords } from './markdownWords'
import { richTextWords } from './richTextWords'
import { holdsAll, searchWords, snippetOf, type Stretch } from './snippet'

/** A text that was found, and where in it. */
export interface Found {
  collection: GovernedCollection
  id: string
  title: string
  state: WorkflowState
  /** Whether the words are those that bots are told now, or of a draft. */
  live: boolean
  snippet: Stretch[]
}

interface Search {
  query: string
  collection: GovernedCollection | null
  limit: number
}

interface Searching {
  payload: Payload
  user: User
  store: VectorStore
  model: EmbeddingModel | null
  dictionary: Dictionary
}

const OPEN_STATES: WorkflowState[] = ['draft', 'in_review', 'changes_requested', 'approved', 'scheduled']
/** The newest; in an installation with more drafts than these the older ones are found by title. */
const MOST_DRAFTS = 2_000
/** Of passages that share no word: how near in meaning they must be to be worth a look. */
const NEAR = 0.35

/**
 * Texts that this person may read: by title, live ones by words and meaning, drafts by their words. Each text once: those
 * of that title first, then those that hold the words, then those that mean something like it.
 */
export const searchTexts = async (searching: Searching, search: Search): Promise<Found[]> => {
  const words = searchWords(search.query)
  if (!words.length) return []
  const [titled, live, drafts] = await Promise.all([
    byTitle(searching, search, words),
    byMeaning(searching, search, words),
    byDraftWords(searching, search, words),
  ])
  const holds = ({ snippet }: Found) =>
    words.every((word) => snippet.some(({ text }) => holdsAll(text, [word])))
  const found = new Map<string, Found>()
  for (const each of [...titled, ...live.filter(holds), ...drafts, ...live])
    if (!found.has(each.id)) found.set(each.id, each)
  return [...found.values()].slice(0, search.limit)
}

const collectionsOf = ({ collection }: Search): readonly GovernedCollection[] =>
  collection ? [collection] : GOVERNED_COLLECTIONS

const byTitle = async (
  { payload, user }: Searching,
  search: Search,
  words: readonly string[],
): Promise<Found[]> => {
  const found: Found[] = []
  for (const collection of collectionsOf(search)) {
    const { docs } = await payload.find({
      collection,
      where: { [collection === 'faqs' ? 'question' : 'title']: { like: words.join(' ') } },
      limit: search.limit,
      depth: 0,
      user,
      overrideAccess: false,
    })
    found.push(...docs.map((row) => foundOf(collection, row, snippetOf(wordsOf(row), words))))
  }
  return found
}

const byDraftWords = async (
  { payload, user }: Searching,
  search: Search,
  words: readonly string[],
): Promise<Found[]> => {
  const found: Found[] = []
  for (const collection of collectionsOf(search)) {
    const { docs } = await payload.find({
      collection,
      where: { workflowState: { in: OPEN_STATES } },
      sort: '-updatedAt',
      limit: MOST_DRAFTS,
      pagination: false,
      depth: 0,
      user,
      overrideAccess: false,
    })
    for (const row of docs) {
      const text = wordsOf(row)
      if (holdsAll(`${titleOf(row)} ${text}`, words))
        found.push(foundOf(collection, row, snippetOf(text, words)))
    }
  }
  return found
}

const byMeaning = async (
  searching: Searching,
  search: Search,
  words: readonly string[],
): Promise<Found[]> => {
  const { payload, user } = searching
  const passages = (await livePassages(searching, search)).filter(
    ({ document, dense, text }) =>
      (!search.collection || document.collection === search.collection) &&
      ((dense ?? 0) >= NEAR || words.some((word) => holdsAll(text, [word]))),
  )
  const rows = await readRows(payload, user, passages)
  return passages.flatMap(({ document, text }) => {
    const row = rows.get(document.id)
    const collection = document.collection as GovernedCollection
    return row
      ? [
          {
            ...foundOf(collection, row, snippetOf(markdownWords(text), words)),
            title: document.title,
            live: true,
          },
        ]
      : []
  })
}

const livePassages = async (
  { payload, store, model, dictionary }: Searching,
  { query, limit }: Search,
): Promise<RankedPassage[]> => {
  const [version, synonyms] = await Promise.all([activeIndexVersion(payload), readSynonyms(payload)])
  const request = { question: query, at: Date.now(), audiences: AUDIENCES, limit: 3 * limit }
  try {
    if (!version) throw new StoreError('There is no index yet.')
    const { candidates } = await retrieve({ ...request, synonyms, version, store, model, dictionary })
    return await hydrate(payload, candidates, request)
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    // The database has the words, if not the meaning.
    return await hydrate(payload, await searchChunks(payload, request), request)
  }
}

const readRows = async (payload: Payload, user: User, passages: readonly RankedPassage[]) => {
  const rows = new Map<string, WorkingRow>()
  for (const collection of GOVERNED_COLLECTIONS) {
    const ids = passages
      .filter(({ document }) => document.collection === collection)
      .map((p) => p.document.id)
    if (!ids.length) continue
    const { docs } = await payload.find({
      collection,
      where: { id: { in: [...new Set(ids)] } },
      depth: 0,
      pagination: false,
      user,
      overrideAccess: false,
    })
    for (const row of docs) rows.set(row.id, row)
  }
  return rows
}

function wordsOf(row: WorkingRow): string {
  if ('label' in row) return escalationText({ ...row })
  return richTextWords('body' in row ? row.body : row.answer)
}

const foundOf = (collection: GovernedCollection, row: WorkingRow, snippet: Stretch[]): Found => ({
  collection,
  id: row.id,
  title: titleOf(row),
  state: row.workflowState,
  live: false,
  snippet,
})
