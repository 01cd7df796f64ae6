import type { VectorTable } from '../../retrieval/vectorTable'
import { TALK_SIZE, TEXT_FEATURES, type SparseRow } from './turnFeatures'

/** The messages that a model was fitted on, as numbers, laid out so that a turn is compared with all of them at once. */
export interface Examples {
  count: number
  /** Of each feature: where its entries begin in `holders` and `values`; one more at the end. */
  starts: Int32Array
  holders: Uint16Array
  values: Float32Array
  /** What the conversation added, example after example. */
  talk: Float32Array
}

/** What one turn is compared by. */
export interface TurnNumbers {
  row: SparseRow
  talk: ArrayLike<number>
}

/** @throws {RangeError} for more examples than 16 bits can name. */
export function layOut(turns: readonly TurnNumbers[]): Examples {
  if (turns.length > 0xff_ff) throw new RangeError(`${turns.length} examples are more than a model can hold.`)
  const starts = new Int32Array(TEXT_FEATURES + 1)
  for (const { row } of turns) for (const index of row.indices) starts[index + 1]!++
  for (let i = 0; i < TEXT_FEATURES; i++) starts[i + 1]! += starts[i]!
  const next = starts.slice()
  const entries = starts[TEXT_FEATURES]!
  const [holders, values] = [new Uint16Array(entries), new Float32Array(entries)]
  turns.forEach(({ row }, holder) => {
    row.indices.forEach((index, i) => {
      const at = next[index]!++
      holders[at] = holder
      values[at] = row.values[i]!
    })
  })
  const talk = Float32Array.from(turns.flatMap((turn) => Array.from(turn.talk)))
  return { count: turns.length, starts, holders, values, talk }
}

/** How much the parts of a turn count beside its words and its characters, which count 1 each. */
const VECTOR_WEIGHT = 2
const TALK_WEIGHT = 0.3
/** Added before the square: how much single features count beside pairs of them. */
const OFFSET = 0.3

/**
 * How alike a turn is to each example: the square of what their words, characters, conversation and vectors have in common (a
 * polynomial kernel of degree 2, which weighs pairs of features too).
 * @param vectors of the examples; null to compare without.
 */
export function likenesses(o: {
  examples: Examples
  turn: TurnNumbers
  vectors: VectorTable | null
  vector: Float32Array | null
}): Float32Array {
  const { examples, turn, vectors, vector } = o
  const alike = new Float32Array(examples.count)
  addText(alike, examples, turn.row)
  addTalk(alike, examples.talk, turn.talk)
  const dots = vectors && vector ? vectors.dotsWith(vector) : null
  const most = 2 + (dots ? VECTOR_WEIGHT : 0)
  for (let i = 0; i < alike.length; i++) {
    const shared = (alike[i]! + (dots ? VECTOR_WEIGHT * dots[i]! : 0)) / most + OFFSET
    alike[i] = shared * shared
  }
  return alike
}

function addText(alike: Float32Array, { starts, holders, values }: Examples, row: SparseRow): void {
  for (let i = 0; i < row.indices.length; i++) {
    const index = row.indices[i]!
    const value = row.values[i]!
    const end = starts[index + 1]!
    for (let at = starts[index]!; at < end; at++) alike[holders[at]!]! += value * values[at]!
  }
}

function addTalk(alike: Float32Array, examples: Float32Array, talk: ArrayLike<number>): void {
  for (let i = 0; i < alike.length; i++) {
    let sum = 0
    for (let k = 0; k < TALK_SIZE; k++) sum += examples[i * TALK_SIZE + k]! * talk[k]!
    alike[i]! += TALK_WEIGHT * sum
  }
}
