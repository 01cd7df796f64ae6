import { diffArrays } from 'diff'

/** What stands in each text at one place; null where it has nothing there. */
export interface Pair<T> {
  old: T | null
  new: T | null
  /** Whether both say the same. */
  same: boolean
}

/** Beyond this many differences the texts have nothing to do with each other, and searching on would only take time. */
const MOST_DIFFERENCES = 1000
/** A stretch of at most this many comparisons is searched for pieces that were reworded. */
const MOST_COMPARISONS = 10_000

/**
 * Puts the pieces of two texts beside each other in order: first those that say the same (Myers’s algorithm, as jsdiff has it), then, within
 * each stretch that differs, those that are alike enough to be the same piece reworded.
 * @param alike from 0 to 1 how much of their words two pieces share; 0 for two that are never the same piece.
 * @param least from which likeness on two pieces count as one that was reworded.
 */
export const align = <T>({
  old,
  new: now,
  identity,
  alike,
  least,
}: {
  old: readonly T[]
  new: readonly T[]
  identity: (piece: T) => string
  alike: (a: T, b: T) => number
  least: number
}): Pair<T>[] => {
  const runs = diffArrays(old.map(identity), now.map(identity), { maxEditLength: MOST_DIFFERENCES })
  if (!runs) return reworded(old, now, alike, least)
  const pairs: Pair<T>[] = []
  let [gone, come]: [T[], T[]] = [[], []]
  let [read, written] = [0, 0]
  const settle = () => {
    pairs.push(...reworded(gone, come, alike, least))
    ;[gone, come] = [[], []]
  }
  for (const { count, added, removed } of runs) {
    const [before, after] = [old.slice(read, read + count), now.slice(written, written + count)]
    if (!added) read += count
    if (!removed) written += count
    if (removed) gone.push(...before)
    else if (added) come.push(...after)
    else {
      settle()
      pairs.push(...after.map((piece, i) => ({ old: before[i] ?? null, new: piece, same: true })))
    }
  }
  settle()
  return pairs
}

/** Pairs pieces in order so that the sum of their likeness is greatest (dynamic programming, as for a longest common subsequence). */
const reworded = <T>(
  old: readonly T[],
  now: readonly T[],
  alike: (a: T, b: T) => number,
  least: number,
): Pair<T>[] => {
  const alone = (piece: Partial<Pair<T>>): Pair<T> => ({ old: null, new: null, same: false, ...piece })
  if (old.length * now.length > MOST_COMPARISONS || !old.length || !now.length)
    return [...old.map((piece) => alone({ old: piece })), ...now.map((piece) => alone({ new: piece }))]
  const likeness = old.map((a) => now.map((b) => alike(a, b)))
  const at = (i: number, j: number) => likeness[i]?.[j] ?? 0
  const best = Array.from({ length: old.length + 1 }, () => new Float64Array(now.length + 1))
  const sum = (i: number, j: number) => best[i]?.[j] ?? 0
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) {
      const together = at(i, j) >= least ? at(i, j) + sum(i + 1, j + 1) : 0
      best[i]?.set([Math.max(together, sum(i + 1, j), sum(i, j + 1))], j)
    }
  const pairs: Pair<T>[] = []
  let [i, j] = [0, 0]
  while (i < old.length && j < now.length) {
    const [a, b] = [old[i] as T, now[j] as T]
    if (at(i, j) >= least && sum(i, j) === at(i, j) + sum(i + 1, j + 1)) {
      pairs.push({ old: a, new: b, same: false })
      i++
      j++
    } else if (sum(i, j) === sum(i + 1, j)) {
      pairs.push(alone({ old: a }))
      i++
    } else {
      pairs.push(alone({ new: b }))
      j++
    }
  }
  return [
    ...pairs,
    ...old.slice(i).map((piece) => alone({ old: piece })),
    ...now.slice(j).map((piece) => alone({ new: piece })),
  ]
}
