import type { EmbeddingModel, RankedPassage } from '../../../retrieval/types'
import { unitsOfPassage } from '../../units/placedUnits'
import { withinTime } from '../../withinTime'
import { embeddedText, type TitledSource } from './readUnit'
import type { Vectors } from './unitFeatures'

/** Units that are remembered in memory; each takes 1.5 KB. */
const REMEMBERED = 20_000
const known = new Map<string, Map<string, Float32Array>>()

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
    const [[asked], made] = await Promise.all([
      model.embed([question], 'query'),
      missing.length ? model.embed(missing, 'passage') : [],
    ])
    missing.forEach((text, i) => remember(vectors, text, made[i]))
    return asked
  }
  const embedding = embed()
  // Nobody waits for a late one, and its failure must not end the process.
  embedding.catch(() => {})
  const asked = await withinTime(() => embedding, withinMs).catch(() => null)
  return asked ? { question: asked, of: (text) => vectors.get(text) ?? null } : null
}

function remember(vectors: Map<string, Float32Array>, text: string, vector: Float32Array | undefined): void {
  if (!vector?.length) return
  vectors.set(text, vector)
  if (vectors.size > REMEMBERED) vectors.delete(vectors.keys().next().value!)
}
