/** What indexing will do to an index, computed before it is done. */
export interface IndexingPlan<Old, New> {
  /** New chunks whose text is not in the index yet: embed and upsert. */
  add: New[]
  /** Pairs with the same content: the old vector serves the new chunk. */
  keep: { old: Old; new: New }[]
  /** Old chunks that no new chunk continues. */
  retire: Old[]
}

/**
 * Compares chunks by content hash. Pure. Equal chunks are paired off in order, so that of two identical old ones and
 * one new one, one is kept and one retired.
 */
export function planIndexing<Old extends { contentHash: string }, New extends { contentHash: string }>(
  oldChunks: readonly Old[],
  newChunks: readonly New[],
): IndexingPlan<Old, New> {
  const waiting = new Map<string, Old[]>()
  for (const chunk of oldChunks) {
    const same = waiting.get(chunk.contentHash)
    if (same) same.push(chunk)
    else waiting.set(chunk.contentHash, [chunk])
  }
  const plan: IndexingPlan<Old, New> = { add: [], keep: [], retire: [] }
  for (const chunk of newChunks) {
    const old = waiting.get(chunk.contentHash)?.shift()
    if (old) plan.keep.push({ old, new: chunk })
    else plan.add.push(chunk)
  }
  const kept = new Set(plan.keep.map((pair) => pair.old))
  plan.retire = oldChunks.filter((chunk) => !kept.has(chunk))
  return plan
}
