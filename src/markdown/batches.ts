const BATCH = 50

/** Blocks in batches of a bounded number. Two lists in a row stay together: they know of each other, so that they stay two. */
export function* batchesOf<Block extends { type: string }>(blocks: readonly Block[]): Generator<Block[]> {
  for (let start = 0; start < blocks.length;) {
    let end = Math.min(blocks.length, start + BATCH)
    while (end < blocks.length && blocks[end - 1]?.type === 'list' && blocks[end]?.type === 'list') end++
    yield blocks.slice(start, end)
    start = end
  }
}
