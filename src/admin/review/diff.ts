import { align } from './align'
import { diffWords, likenessOf, sentencesOf, type Run } from './diffWords'
import { blocksOf, type Block, type Shape } from './markdownBlocks'

/** One block of the two texts laid over each other. */
export type DiffBlock = Shape & {
  change: 'kept' | 'changed' | 'added' | 'removed'
  /** The words of each cell; all blocks but table rows have one. */
  cells: Run[][]
}

/** What changed between two texts, as their readers see it. */
export interface TextDiff {
  blocks: DiffBlock[]
  /** Sentences, headings and table rows that were added, removed or reworded. */
  sentences: number
  /** The words are the same and the Markdown is not: emphasis, numbering and the like. */
  formattingOnly: boolean
}

/** How much two blocks must share to be one that was changed. */
const BLOCK_LIKENESS = 0.3

/**
 * The difference of two Markdown texts in rendered words.
 * @param old null for a text that replaces none: all of it is kept, and nothing is marked.
 */
export const diffTexts = (old: string | null, now: string, locale: string): TextDiff => {
  if (old === null) {
    const blocks = blocksOf(now).map((block) => whole(block, 'kept'))
    return { blocks, sentences: 0, formattingOnly: false }
  }
  let sentences = 0
  const blocks = align({
    old: blocksOf(old),
    new: blocksOf(now),
    identity: identityOf,
    alike: (a, b) => (a.kind === b.kind ? likenessOf(a.cells.join(' '), b.cells.join(' ')) : 0),
    least: BLOCK_LIKENESS,
  }).map(({ old: before, new: after, same }): DiffBlock => {
    if (before && after && same) return whole(after, 'kept')
    if (before && after) {
      const changed = changedBlock(before, after, locale)
      sentences += changed.sentences
      return changed.block
    }
    const block = (after ?? before) as Block
    sentences += block.kind === 'row' ? 1 : Math.max(1, sentencesOf(block.cells.join(' '), locale).length)
    return whole(block, after ? 'added' : 'removed')
  })
  return { blocks, sentences, formattingOnly: old !== now && blocks.every(({ change }) => change === 'kept') }
}

/** What makes two blocks the same: not the number that a list gives to its item. */
const identityOf = ({ cells, ...shape }: Block): string => JSON.stringify([{ ...shape, marker: null }, cells])

const whole = ({ cells, ...shape }: Block, change: 'kept' | 'added' | 'removed'): DiffBlock => ({
  ...shape,
  change,
  cells: cells.map((text) => (text ? [{ change, text }] : [])),
})

const changedBlock = (
  before: Block,
  { cells, ...shape }: Block,
  locale: string,
): { block: DiffBlock; sentences: number } => {
  const width = Math.max(before.cells.length, cells.length)
  const diffs = Array.from({ length: width }, (_, column) =>
    diffWords(before.cells[column] ?? '', cells[column] ?? '', locale),
  )
  const sentences = diffs.reduce((total, diff) => total + diff.sentences, 0)
  return {
    block: { ...shape, change: 'changed', cells: diffs.map(({ runs }) => runs) },
    // An item that moved a level, or a heading, is one change though its words are the same.
    sentences: shape.kind === 'row' ? 1 : Math.max(1, sentences),
  }
}
