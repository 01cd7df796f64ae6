import type { Payload } from 'payload'
import { idOf } from '../../records/content'
import type { EvalCase } from '../../../payload-types'
import { languageOf } from '../../retrieval/analyze'
import { GOVERNED_COLLECTIONS, type Audience, type EvalKind, type Outcome } from '../../vocabulary'

/** A kept case in the shape of the eval sets (evals/evalCase.ts), with what only kept cases know. */
export interface StoredCase {
  id: string
  kind: EvalKind
  question: string
  history?: { role: 'user' | 'assistant'; content: string }[]
  /** Keys of documents that answer it: where a document was imported from, else its id. */
  gold: string[]
  /** Absent where no answer is looked for: a hand-over, small talk, an injection. */
  answerable?: boolean
  answer_key?: string[][]
  leak_strings?: string[]
  lang: string
  locale: string
  audiences: Audience[]
  expected_outcome: Outcome
  origin: EvalCase['origin']
}

/** The eval cases kept in the CMS that are on, the oldest first. */
export const readStoredCases = async (payload: Payload): Promise<StoredCase[]> => {
  const { docs } = await payload.find({
    collection: 'eval-cases',
    where: { active: { equals: true } },
    sort: ['createdAt', 'id'],
    depth: 0,
    pagination: false,
  })
  const keys = await keysOfDocuments(payload, docs.flatMap(goldIds))
  return docs.map((row) => toStoredCase(row, keys))
}

/** Cases as a file of questions: one JSON document a line. */
export const toJsonLines = (cases: readonly StoredCase[]): string =>
  cases.map((each) => `${JSON.stringify(each)}\n`).join('')

const toStoredCase = (row: EvalCase, keys: ReadonlyMap<string, string>): StoredCase => ({
  id: row.id,
  kind: row.kind,
  question: row.question,
  ...(row.history?.length && { history: row.history.map(({ role, content }) => ({ role, content })) }),
  gold: goldIds(row).map((id) => keys.get(id) ?? id),
  ...(!NOT_OF_KNOWLEDGE.has(row.kind) && { answerable: row.expectedOutcome === 'answered' }),
  ...(row.answerKey?.length && { answer_key: row.answerKey.map(alternativesIn) }),
  ...(row.leakStrings?.length && { leak_strings: row.leakStrings }),
  lang: languageOf(row.locale),
  locale: row.locale,
  audiences: row.audiences,
  expected_outcome: row.expectedOutcome,
  origin: row.origin,
})

const NOT_OF_KNOWLEDGE: ReadonlySet<EvalKind> = new Set<EvalKind>(['handoff', 'chitchat_oos', 'injection'])

/** `30 days | a month`: either will do. */
const alternativesIn = (line: string): string[] =>
  line
    .split('|')
    .map((alternative) => alternative.trim())
    .filter(Boolean)

const goldIds = ({ gold }: EvalCase): string[] => (gold ?? []).flatMap(({ value }) => idOf(value) ?? [])

/** Where documents were imported from, by id; those that were written here have none. */
export const keysOfDocuments = async (
  payload: Payload,
  given: readonly string[],
): Promise<Map<string, string>> => {
  const ids = [...new Set(given)]
  const keys = new Map<string, string>()
  if (!ids.length) return keys
  for (const collection of GOVERNED_COLLECTIONS) {
    const { docs } = await payload.find({
      collection,
      where: { id: { in: ids } },
      select: { sourceKey: true },
      depth: 0,
      pagination: false,
    })
    for (const { id, sourceKey } of docs) if (sourceKey) keys.set(id, sourceKey)
  }
  return keys
}
