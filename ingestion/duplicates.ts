import type { Steps } from '../src/markdown/turns'
import type { SourceDocument } from './types'

/** Two documents of one import that say the same. `similarity`: 1 for the same words, else the Jaccard index of shingles. */
export interface Duplicate {
  /** Keys, in the order of the import. */
  a: string
  b: string
  similarity: number
}

export const NEAR_DUPLICATE = 0.9
const SHINGLE_WORDS = 5

/**
 * The pairs whose words are the same, or nearly: Jaccard index of five-word shingles (Broder, "On the resemblance and
 * containment of documents", 1997) at least `atLeast`. Exact, and fast without comparing all pairs: two sets that are so
 * alike share one of the few rarest members of each (prefix filter: Bayardo, Ma, Srikant, "Scaling up all pairs
 * similarity search", WWW 2007). An FAQ's question counts as its first words; titles of policies do not count.
 */
export function* duplicateSteps(
  documents: readonly SourceDocument[],
  atLeast: number = NEAR_DUPLICATE,
): Steps<Duplicate[]> {
  const texts = yield* rarestFirst(documents)
  const holders = new Map<number, number[]>()
  const found: Duplicate[] = []
  for (const [b, own] of texts.entries()) {
    const rarest = own.slice(0, own.length - Math.ceil(atLeast * own.length) + 1)
    const candidates = new Set([...rarest].flatMap((shingle) => holders.get(shingle) ?? []))
    for (const a of [...candidates].sort((x, y) => x - y)) {
      const similarity = jaccard(texts[a] ?? [], new Set(own))
      if (similarity >= atLeast) found.push({ a: keyOf(documents[a]), b: keyOf(documents[b]), similarity })
    }
    for (const shingle of rarest) {
      const held = holders.get(shingle)
      if (held) held.push(b)
      else holders.set(shingle, [b])
    }
    yield
  }
  return found
}

/** Words in lower case without marks and formatting, in overlapping fives; a shorter text is one shingle. */
export function shingles(markdown: string): string[] {
  const words = wordsOf(markdown)
  if (words.length <= SHINGLE_WORDS) return words.length > 0 ? [words.join(' ')] : []
  const all = new Set<string>()
  for (let i = 0; i + SHINGLE_WORDS <= words.length; i++) all.add(words.slice(i, i + SHINGLE_WORDS).join(' '))
  return [...all]
}

/** The share of members that two sets have in common, to four decimals; 0 when either is empty. */
export function jaccard<T>(a: Iterable<T>, b: ReadonlySet<T>): number {
  let [size, common] = [0, 0]
  for (const member of a) {
    size++
    if (b.has(member)) common++
  }
  return common === 0 ? 0 : Math.round((common / (size + b.size - common)) * 1e4) / 1e4
}

/** Addresses of links are dropped: one format keeps them and another does not. */
export const wordsOf = (markdown: string): string[] =>
  markdown
    .replace(/\]\((?:[^()\s]|\([^()\s]*\))*\)/g, ']')
    .normalize('NFKC')
    .replace(/[’‘]/g, "'")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+(?:'\p{L}+)?/gu) ?? []

const shinglesOf = ({ question, markdown }: SourceDocument) => shingles(`${question ?? ''}\n${markdown}`)

/** Each text's shingles as numbers that sort those first which the fewest texts have. */
function* rarestFirst(documents: readonly SourceDocument[]): Steps<Float64Array[]> {
  const ids = new Map<string, number>()
  const counts: number[] = []
  const numbered: number[][] = []
  for (const document of documents) {
    const text = shinglesOf(document).map((shingle) => {
      const id = ids.get(shingle) ?? ids.size
      ids.set(shingle, id)
      counts[id] = (counts[id] ?? 0) + 1
      return id
    })
    numbered.push(text)
    yield
  }
  const sorted: Float64Array[] = []
  for (const text of numbered) {
    sorted.push(Float64Array.from(text, (id) => (counts[id] ?? 0) * ids.size + id).sort())
    yield
  }
  return sorted
}

const keyOf = (document: SourceDocument | undefined) => document?.key ?? ''
