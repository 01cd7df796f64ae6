import { groupBy } from '../../groupBy'
import { idOf } from '../../records/content'
import { dot } from '../../retrieval/dot'
import type { Gap, Release } from '../../../payload-types'
import type { Deps } from '../../deps'
import { readPlaced } from './placed'
import { whereIn } from '../../gaps/moves'
import { analyze, languageOf } from '../../retrieval/analyze'

/** Share of a question’s terms that a release must hold for the question to be worth asking again. */
const NEAR_BY_WORDS = 0.25
/** Cosine of a gap’s question and a release’s title from which the same holds. */
const NEAR_BY_MEANING = 0.35

/** What is known of the open gaps, whatever release they are held against. */
export interface Backlog {
  /** Every wording under each gap. */
  wordings: ReadonlyMap<string, readonly string[]>
  /** Of each gap’s question; empty without an embedding model. */
  vectors: ReadonlyMap<string, Float32Array>
}

/** What tells whether a gap may be closed by a release. */
export interface Nearness {
  release: Release
  terms: ReadonlySet<string>
  wordings: Backlog['wordings']
  /** Likeness of each gap’s question and the release’s title; empty without an embedding model. */
  likeness: ReadonlyMap<string, number>
}

export async function readBacklog(deps: Deps, gaps: readonly Gap[]): Promise<Backlog> {
  const [wordings, vectors] = await Promise.all([readWordings(deps, gaps), readVectors(deps, gaps)])
  return { wordings, vectors }
}

export async function readNearness(
  deps: Deps,
  { release, texts, backlog }: { release: Release; texts: readonly string[]; backlog: Backlog },
): Promise<Nearness> {
  const terms = new Set(analyze([release.title, ...texts].join('\n'), languageOf(release.locale)))
  const likeness = await readLikeness(deps, { release, vectors: backlog.vectors })
  return { release, terms, wordings: backlog.wordings, likeness }
}

/** Whether it is worth asking a gap’s questions again after a release: too often costs time, too seldom leaves it open. */
export function isNear(gap: Gap, { release, terms, wordings, likeness }: Nearness): boolean {
  if (gap.draft?.relationTo === release.documentCollection && idOf(gap.draft.value) === release.documentId)
    return true
  if ((likeness.get(gap.id) ?? 0) >= NEAR_BY_MEANING) return true
  return [gap.question, ...(wordings.get(gap.id) ?? [])].some((question) => {
    const asked = [...new Set(analyze(question, languageOf(release.locale)))]
    return asked.length > 0 && asked.filter((term) => terms.has(term)).length / asked.length >= NEAR_BY_WORDS
  })
}

async function readWordings({ payload }: Deps, gaps: readonly Gap[]): Promise<Map<string, string[]>> {
  const placed = await readPlaced(
    payload,
    gaps.map(({ id }) => id),
  )
  const { docs } = await payload.find({
    collection: 'gap-events',
    where: { gap: { in: placed.map(({ id }) => id) } },
    depth: 0,
    pagination: false,
    select: { gap: true, question: true },
  })
  const pathOf = whereIn(placed)
  const ofGap = groupBy(docs, ({ id, gap }) => pathOf({ id, gap: idOf(gap) ?? '' }).at(-1) ?? '')
  return new Map([...ofGap].map(([id, events]) => [id, events.map(({ question }) => question)]))
}

/** Questions as passages: their vectors are kept, so that a backlog is embedded once. */
async function readVectors({ model }: Deps, gaps: readonly Gap[]): Promise<Map<string, Float32Array>> {
  if (!model) return new Map()
  const vectors = await model
    .embed(
      gaps.map(({ question }) => question),
      'passage',
    )
    .catch(() => [])
  return new Map(vectors.flatMap((vector, i) => (gaps[i] ? [[gaps[i].id, vector] as const] : [])))
}

async function readLikeness(
  { model }: Deps,
  { release, vectors }: { release: Release; vectors: Backlog['vectors'] },
): Promise<Map<string, number>> {
  if (!model || vectors.size === 0) return new Map()
  const [title] = await model.embed([release.title], 'passage').catch(() => [])
  return title ? new Map([...vectors].map(([id, vector]) => [id, dot(title, vector)])) : new Map()
}
