import type { Nodes } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { parseMarkdown } from '../../markdown/read'

/** Of nodes that hold others, not words: what stands between those. */
const BETWEEN: Partial<Record<Nodes['type'], string>> = {
  root: ' ',
  blockquote: ' ',
  list: ' ',
  listItem: ' ',
  table: ' · ',
  tableRow: ' · ',
}

/** The words of a Markdown text without its signs; blocks, items and cells are apart. */
export const markdownWords = (markdown: string): string => wordsOf(parseMarkdown(markdown))

const wordsOf = (node: Nodes): string => {
  const between = BETWEEN[node.type]
  return between !== undefined && 'children' in node
    ? node.children.map(wordsOf).filter(Boolean).join(between)
    : toString(node)
}
