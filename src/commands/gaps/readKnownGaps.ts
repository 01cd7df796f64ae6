import type { Payload, PayloadRequest } from 'payload'
import { z } from 'zod'
import type { Gap } from '../../../payload-types'
import type { KnownGap } from '../../gaps/group'
import type { EmbeddingModel } from '../../retrieval/types'

/** The latest gaps that a new event is compared with. */
const MOST_GAPS = 500
/** Wordings kept of a gap: from so many on, another one tells nothing new. */
const MOST_WORDINGS = 24

const wordingsSchema = z.array(z.string())

/** The ways in which a gap was asked; its question, for one from before they were kept. */
export const keptWordings = ({ question, wordings }: Pick<Gap, 'question' | 'wordings'>): string[] =>
  wordingsSchema.safeParse(wordings).data ?? [question]

/** With one more, unless it is there or there are enough. */
export const withWording = (kept: readonly string[], asked: string): string[] =>
  kept.includes(asked) || kept.length >= MOST_WORDINGS ? [...kept] : [...kept, asked]

/** A gap as far as it is compared. */
export type GapToCompare = Pick<Gap, 'id' | 'question' | 'wordings' | 'setAside'>

/** What an event may belong to: whatever became of it, so that what people decided holds for the next who asks. Read without what people did. */
export async function readGapsToCompare(payload: Payload, req?: PayloadRequest): Promise<GapToCompare[]> {
  const { docs } = await payload.find({
    collection: 'gaps',
    where: { mergedInto: { exists: false } },
    sort: '-lastSeenAt',
    depth: 0,
    limit: MOST_GAPS,
    pagination: false,
    select: { question: true, wordings: true, setAside: true },
    ...(req && { req }),
  })
  return docs
}

/** Gaps as they are compared, with the vectors that are known. Pure. */
export const asKnownGaps = (
  gaps: readonly GapToCompare[],
  { locale, vectors }: { locale: string; vectors: ReadonlyMap<string, Float32Array> },
): (KnownGap & { setAside: boolean })[] =>
  gaps.map((gap) => ({
    id: gap.id,
    setAside: gap.setAside === true,
    locale,
    wordings: keptWordings(gap).map((question) => ({ question, vector: vectors.get(question) ?? null })),
  }))

/** Vectors of so many texts are kept in memory: a backlog is compared again with each event. */
const REMEMBERED = 20_000
const remembered = new WeakMap<EmbeddingModel, Map<string, Float32Array>>()

/** Vectors of a backlog’s texts. As passages, so that they are kept and embedded once. */
export async function vectorsOf(
  model: EmbeddingModel,
  texts: Iterable<string>,
): Promise<Map<string, Float32Array>> {
  const known = remembered.get(model) ?? new Map<string, Float32Array>()
  remembered.set(model, known)
  const wanted = [...new Set(texts)]
  const fresh = wanted.filter((text) => !known.has(text))
  if (known.size + fresh.length > REMEMBERED) known.clear()
  const missing = wanted.filter((text) => !known.has(text))
  const vectors = missing.length > 0 ? await model.embed(missing, 'passage') : []
  for (const [i, vector] of vectors.entries()) known.set(missing[i] ?? '', vector)
  return new Map(wanted.flatMap((text) => (known.has(text) ? [[text, known.get(text)!] as const] : [])))
}
