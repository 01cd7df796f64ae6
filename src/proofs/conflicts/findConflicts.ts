import { likelihood } from '../../answer/logistic'
import { unitsOfPassage, type PlacedUnit } from '../../answer/units/placedUnits'
import { dot } from '../../retrieval/dot'
import model from './model.json' with { type: 'json' }
import { statedUnit, wordFeatures, type ConflictSource, type DifferingPair, type StatedUnit } from './pairs'
import { questionOf } from './question'

/** What judges whether two sentences answer one question; without them the words do. */
export interface ConflictPorts {
  /** Vectors of texts in their order. */
  embed: ((texts: string[]) => Promise<readonly Float32Array[]>) | null
  /** Log odds that each window answers the question. */
  reads: ((question: string, windows: readonly string[][]) => Promise<readonly number[]>) | null
}

/** Two sentences that answer one question differently. */
export interface FoundConflict<P extends ConflictSource = ConflictSource> extends DifferingPair<P> {
  likelihood: number
}

export interface WeighedPair<P extends ConflictSource = ConflictSource> extends DifferingPair<P> {
  features: Record<string, number>
}

/** Below this cosine two sentences are about different things. */
const FAR = 0.3
/** From here on two sentences are taken to answer one question. */
export const LIKELY = 0.5
/** Read at most, the likeliest by words first: each is read both ways, a tenth of a second each. */
const MOST_READ = 60

/** Those of the pairs that answer one question, the likeliest first. */
export async function findConflicts<P extends ConflictSource>(
  pairs: readonly DifferingPair<P>[],
  ports: ConflictPorts,
): Promise<FoundConflict<P>[]> {
  const weighed = await weighPairs(pairs, ports)
  return weighed
    .map(({ a, b, difference, features }) => ({
      a,
      b,
      difference,
      likelihood: likelihood(weightsFor(ports), features),
    }))
    .filter((pair) => pair.likelihood >= LIKELY)
    .toSorted((a, b) => b.likelihood - a.likelihood)
}

/** The units of a text that can be compared. */
export const statedUnitsOf = <P extends ConflictSource>(source: P): StatedUnit<P>[] =>
  unitsOfPassage(source)
    .filter(({ unit }) => unit.kind !== 'code')
    .map((placed) => statedUnit(placed))

const weightsFor = ({ reads, embed }: ConflictPorts) =>
  reads && embed ? model.reader : embed ? model.vectors : model.words

/** What is known of each pair. Exported for fitting. */
export async function weighPairs<P extends ConflictSource>(
  pairs: readonly DifferingPair<P>[],
  ports: ConflictPorts,
): Promise<WeighedPair<P>[]> {
  const words = pairs.map((pair) => ({ ...pair, features: wordFeatures(pair) as Record<string, number> }))
  if (!ports.embed || words.length === 0) return words
  const topics = [...new Set(words.flatMap(({ a, b }) => [a.topic, b.topic]))]
  const vectors = await ports.embed(topics)
  const vectorOf = new Map(topics.map((topic, i) => [topic, vectors[i]]))
  const near = words.map(({ a, b, difference, features }) => {
    const cosine = dot(vectorOf.get(a.topic), vectorOf.get(b.topic))
    return { a, b, difference, features: { ...features, cosine } }
  })
  const alike = near.filter(({ features: { cosine } }) => cosine >= FAR)
  return ports.reads ? readPairs(alike, ports.reads) : alike
}

async function readPairs<P extends ConflictSource>(
  pairs: readonly WeighedPair<P>[],
  reads: NonNullable<ConflictPorts['reads']>,
): Promise<WeighedPair<P>[]> {
  const likely = pairs
    .toSorted((a, b) => likelihood(model.vectors, b.features) - likelihood(model.vectors, a.features))
    .slice(0, MOST_READ)
  const read: WeighedPair<P>[] = []
  for (const pair of likely) {
    const [there, back] = [
      await readsOther(pair.a, pair.b, pair.difference.kind, reads),
      await readsOther(pair.b, pair.a, pair.difference.kind, reads),
    ]
    const features = { ...pair.features, reads: (there + back) / 2 }
    read.push({ ...pair, features })
  }
  return read
}

/** Beyond, one answer is as sure as another. */
const SURE = 4

async function readsOther(
  asked: StatedUnit,
  other: StatedUnit,
  kind: DifferingPair['difference']['kind'],
  reads: NonNullable<ConflictPorts['reads']>,
): Promise<number> {
  const [odds = -SURE] = await reads(questionOf(asked, kind), [windowOf(other.placed, other.title)])
  return Math.max(-SURE, Math.min(SURE, odds))
}

const windowOf = ({ headingPath, leads, text }: PlacedUnit<ConflictSource>, title: string): string[] => [
  ...new Set([title, ...headingPath, ...leads, text]),
]
