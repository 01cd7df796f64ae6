import type { PhrasingContent, RootContent, TableRow } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VouchError } from '../../src/errors'

/** A stretch of text in one style. */
export interface Run {
  text: string
  bold: boolean
}

export type Block =
  | { type: 'heading'; level: number; text: string }
  | { type: 'paragraph'; runs: Run[] }
  | { type: 'list'; ordered: boolean; items: Run[][] }
  | { type: 'table'; rows: Run[][][] }

/** Reads the Markdown that the demo's sources use. @throws VouchError on a construct that the writers cannot draw. */
export function readBlocks(markdown: string): Block[] {
  return unified().use(remarkParse).use(remarkGfm).parse(markdown).children.map(toBlock)
}

/** The text of runs without their style. */
export const plain = (runs: Run[]) => runs.map((run) => run.text).join('')

function toBlock(node: RootContent): Block {
  if (node.type === 'heading')
    return { type: 'heading', level: node.depth, text: plain(toRuns(node.children)) }
  if (node.type === 'paragraph') return { type: 'paragraph', runs: toRuns(node.children) }
  if (node.type === 'table') return { type: 'table', rows: node.children.map(toCells) }
  if (node.type === 'list')
    return {
      type: 'list',
      ordered: node.ordered === true,
      items: node.children.map((item) =>
        item.children.flatMap((child) => (child.type === 'paragraph' ? toRuns(child.children) : [])),
      ),
    }
  throw unsupported(node)
}

const toCells = (row: TableRow) => row.children.map((cell) => toRuns(cell.children))

function toRuns(nodes: PhrasingContent[], bold = false): Run[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [{ text: node.value.replaceAll('\n', ' '), bold }]
    if (node.type === 'strong') return toRuns(node.children, true)
    if (node.type === 'emphasis' || node.type === 'link') return toRuns(node.children, bold)
    throw unsupported(node)
  })
}

const unsupported = (node: RootContent | PhrasingContent) =>
  new VouchError(
    `Line ${node.position?.start.line ?? '?'} has Markdown of type "${node.type}", which demo/build cannot draw. ` +
      'Use headings, paragraphs, flat lists, tables and bold.',
  )
