import type { Nodes, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { parseSteps } from '../src/markdown/read'
import type { Steps } from '../src/markdown/turns'

/** A half-open range of UTF-16 offsets. */
export interface Span {
  start: number
  end: number
}

/** The blocks between one heading and the next, whatever their levels. */
export interface Section {
  /** Outermost first; empty before the first heading. */
  headingPath: string[]
  blocks: RootContent[]
}

/** Cuts Markdown into its sections, step by step. Headings inside quotes and lists belong to the text round them. */
export function* sectionSteps(text: string): Steps<Section[]> {
  const sections: Section[] = [{ headingPath: [], blocks: [] }]
  const open: { depth: number; title: string }[] = []
  for (const node of (yield* parseSteps(text)).children) {
    if (node.type !== 'heading') {
      sections.at(-1)?.blocks.push(node)
      continue
    }
    while ((open.at(-1)?.depth ?? 0) >= node.depth) open.pop()
    open.push({ depth: node.depth, title: headingText(node) })
    sections.push({
      headingPath: open.map((h) => h.title).filter(Boolean),
      blocks: [],
    })
  }
  return sections
}

/** Where a node stands in the text it was parsed from. */
export function spanOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }
}

const headingText = (node: Nodes) => toString(node, { includeHtml: false }).replace(/\s+/g, ' ').trim()
