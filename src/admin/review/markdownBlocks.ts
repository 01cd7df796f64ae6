import { toString } from 'mdast-util-to-string'
import type { List, Nodes, Paragraph, RootContent, Table } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** How a block of text is shown. */
export type Shape =
  | { kind: 'heading'; level: number }
  | { kind: 'paragraph' | 'quote' | 'code' | 'rule' }
  /** `marker`: `•`, or `3.`; empty for a further paragraph of the same item. */
  | { kind: 'item'; depth: number; marker: string }
  | { kind: 'row'; header: boolean }

/** One block of a text as a reader sees it: its words, without Markdown. A table row has a cell a column, others one. */
export type Block = Shape & { cells: string[] }

/** Where a link leads, behind its words: what is signed includes it, and nobody would see it change otherwise. */
export const LINK_TARGET = /‹(?:https?:|mailto:|tel:|\/|#)[^\s›]*›/u

/** The blocks of a Markdown text in reading order; lists and tables are taken apart into items and rows. */
export const blocksOf = (markdown: string): Block[] => parser.parse(markdown).children.flatMap(blocksOfNode)

const parser = unified().use(remarkParse).use(remarkGfm)

const blocksOfNode = (node: RootContent): Block[] => {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', level: node.depth, cells: [wordsOf(node)] }]
    case 'list':
      return itemsOf(node, 0)
    case 'table':
      return rowsOf(node)
    case 'blockquote':
      return node.children.flatMap((child): Block[] =>
        child.type === 'paragraph' ? [{ kind: 'quote', cells: [wordsOf(child)] }] : blocksOfNode(child),
      )
    case 'code':
      return [{ kind: 'code', cells: [node.value] }]
    case 'thematicBreak':
      return [{ kind: 'rule', cells: [''] }]
    case 'definition':
      return [{ kind: 'paragraph', cells: [`${node.label ?? node.identifier} ${target(node.url)}`] }]
    default:
      return [{ kind: 'paragraph', cells: [wordsOf(node)] }]
  }
}

const itemsOf = (list: List, depth: number): Block[] =>
  list.children.flatMap((item, index) => {
    let marker = list.ordered ? `${(list.start ?? 1) + index}.` : '•'
    if (item.checked !== null && item.checked !== undefined) marker = item.checked ? '☑' : '☐'
    return item.children.flatMap((child): Block[] => {
      if (child.type === 'list') return itemsOf(child, depth + 1)
      if (child.type !== 'paragraph') return blocksOfNode(child)
      const block: Block = { kind: 'item', depth, marker, cells: [wordsOf(child)] }
      marker = ''
      return [block]
    })
  })

const rowsOf = (table: Table): Block[] =>
  table.children.map((row, index) => ({
    kind: 'row',
    header: index === 0,
    cells: row.children.map((cell) => wordsOf(cell)),
  }))

const wordsOf = (node: Nodes): string => inline(node).replaceAll(/\s+/g, ' ').trim()

const inline = (node: Nodes): string => {
  if (node.type === 'break') return ' '
  if (node.type === 'image') return `${node.alt ?? ''} ${target(node.url)}`
  if (!('children' in node)) return toString(node)
  const words = node.children.map((child) => inline(child as Paragraph['children'][number])).join('')
  return node.type === 'link' && !sameAddress(words, node.url) ? `${words} ${target(node.url)}` : words
}

const target = (url: string): string => `‹${encodeURI(decodeSafely(url))}›`

/** An address that is written out is its own words. */
const sameAddress = (words: string, url: string): boolean =>
  url.replace(/^(mailto:|https?:\/\/)/, '') === words || url === words

const decodeSafely = (url: string): string => {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}
