import type { EmbeddingModel, RankedPassage } from '../../../retrieval/types'
import { unitsOfPassage } from '../../units/placedUnits'
import { withinTime } from '../../withinTime'
import { embeddedText, type TitledSource } from './readUnit'
import type { Vectors } from './unitFeatures'

/** Units that are remembered in memory; each takes 1.5 KB. */
const REMEMBERED = 20_000
const known = new Map<string, Map<string, Float32Array>>()
/** What is being embedded, by model and text: the readings of one message come at once, and of much the same texts. */
const underWay = new Map<string, Map<string, Promise<void>>>()

/** What is embedded of these passages, each text once: every unit in its context. */
export const textsToEmbed = (passages: readonly TitledSource[]): string[] => [
  ...new Set(passages.flatMap((passage) => unitsOfPassage(passage).map(embeddedText))),
]

/**
 * The vectors of the question and of every unit of the passages, each in its context. Units are embedded once, and kept by the
 * model's own cache; null when the model cannot do it in time, and what it does goes on for the next question.
 */
export async function vectorsFor(o: {
  question: string
  passages: readonly RankedPassage[]
  model: EmbeddingModel
  withinMs: number
}): Promise<Vectors | null> {
  const { question, passages, model, withinMs } = o
  const texts = textsToEmbed(passages)
  const vectors = known.get(model.id) ?? new Map<string, Float32Array>()
  known.set(model.id, vectors)
  const missing = texts.filter((text) => !vectors.has(text))
  const embed = async () => {
    const [[asked]] = await Promise.all([
      model.embed([question], 'query'),
      ...embedOnce(missing, { model, vectors }),
    ])
    return asked
  }
  const embedding = embed()
  // Nobody waits for a late one, and its failure must not end the process.
  embedding.catch(() => {})
  const asked = await withinTime(() => embedding, withinMs).catch(() => null)
  return asked ? { question: asked, of: (text) => vectors.get(text) ?? null } : null
}

/** Embeds what nobody else embeds at this moment. @returns what to wait for. */
function embedOnce(
  texts: readonly string[],
  { model, vectors }: { model: EmbeddingModel; vectors: Map<string, Float32Array> },
): Promise<void>[] {
  const making = underWay.get(model.id) ?? new Map<string, Promise<void>>()
  underWay.set(model.id, making)
  const own = texts.filter((text) => !making.has(text))
  if (own.length > 0) {
    const made = model
      .embed(own, 'passage')
      .then((all) => own.forEach((text, i) => remember(vectors, text, all[i])))
      .finally(() => own.forEach((text) => making.delete(text)))
    for (const text of own) making.set(text, made)
  }
  return [...new Set(texts.flatMap((text) => making.get(text) ?? []))]
}

function remember(vectors: Map<string, Float32Array>, text: string, vector: Float32Array | undefined): void {
  if (!vector?.length) return
  vectors.set(text, vector)
  if (vectors.size > REMEMBERED) vectors.delete(vectors.keys().next().value!)
}
