import type { DiffBlock } from './diff'

/** Blocks that are shown as one thing: a list, a table, or a single block. */
export interface Section {
  kind: 'list' | 'table' | 'block'
  /** Each with its place in the whole text. */
  blocks: { block: DiffBlock; index: number }[]
  changed: boolean
}

/** A section to show, or a stretch of unchanged ones that is folded away. */
export type Part = { key: number } & ({ section: Section } | { folded: Section[] })

/** Unchanged sections on each side of a change that stay in sight. */
const CONTEXT = 1
/** Fewer than this are not worth folding. */
const LEAST_FOLDED = 3

/** The blocks of a difference as a reader sees them: items as lists, rows as tables. */
export const sectionsOf = (blocks: readonly DiffBlock[]): Section[] => {
  const sections: Section[] = []
  blocks.forEach((block, index) => {
    const kind = block.kind === 'item' ? 'list' : block.kind === 'row' ? 'table' : 'block'
    const last = sections.at(-1)
    const another =
      last?.kind !== kind || kind === 'block' || (startsTable(block) && !last.blocks.every(isHeader))
    if (another) sections.push({ kind, blocks: [], changed: false })
    const section = sections.at(-1) as Section
    section.blocks.push({ block, index })
    section.changed ||= block.change !== 'kept'
  })
  return sections
}

/** Folds long unchanged stretches, leaving a little of them around each change; a text without changes stays open. */
export const foldUnchanged = (sections: readonly Section[]): Part[] => {
  const near = sections.map((_, i) =>
    sections.slice(Math.max(0, i - CONTEXT), i + CONTEXT + 1).some(({ changed }) => changed),
  )
  if (!near.includes(true)) return sections.map(alone)
  const parts: Part[] = []
  let far: Section[] = []
  const settle = () => {
    if (far.length >= LEAST_FOLDED) parts.push({ key: keyOf(far[0]), folded: far })
    else parts.push(...far.map(alone))
    far = []
  }
  sections.forEach((section, i) => {
    if (!near[i]) return far.push(section)
    settle()
    return parts.push(alone(section))
  })
  settle()
  return parts
}

const keyOf = (section: Section | undefined): number => section?.blocks[0]?.index ?? 0
const alone = (section: Section): Part => ({ key: keyOf(section), section })

const startsTable = (block: DiffBlock): boolean => block.kind === 'row' && block.header
const isHeader = ({ block }: { block: DiffBlock }): boolean => startsTable(block)
