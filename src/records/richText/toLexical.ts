import { randomBytes } from 'node:crypto'
import type { Blockquote, Code, Definition, List, ListItem, PhrasingContent, RootContent, Table } from 'mdast'
import { noteReference } from '../../markdown/notes'
import { joinLines } from '../../markdown/lines'
import type { ReadMarkdown } from '../../markdown/read'
import { turn } from '../../markdown/turns'
import {
  FORMAT,
  headingNode,
  type LexicalNode,
  lineBreakNode,
  linkNode,
  listItemNode,
  listNode,
  paragraphNode,
  quoteNode,
  type RichText,
  rootOf,
  ruleNode,
  tableCellNode,
  tableNode,
  tableRowNode,
  textNode,
} from './nodes'

type Definitions = ReadonlyMap<string, Definition>

/** How many blocks are taken in one turn. */
const BATCH = 100

/** The editor's state of a text that was read. What the editor has no node for is kept in a form that it shows. */
export async function toLexical({ blocks, definitions }: ReadMarkdown): Promise<RichText> {
  const nodes: LexicalNode[] = []
  for (const [i, block] of blocks.entries()) {
    if (i > 0 && i % BATCH === 0) await turn()
    nodes.push(...blockNodes(block, definitions))
  }
  return rootOf(nodes.length > 0 ? nodes : [paragraphNode([])])
}

function blockNodes(block: RootContent, known: Definitions): LexicalNode[] {
  switch (block.type) {
    case 'heading':
      return [headingNode(block.depth, inline(block.children, known))]
    case 'paragraph':
      return [paragraphNode(inline(block.children, known))]
    case 'thematicBreak':
      return [ruleNode()]
    case 'blockquote':
      return [quoteOf(block, known)]
    case 'list':
      return [listOf(block, known, 0)]
    case 'table':
      return [tableOf(block, known)]
    case 'code':
      return [paragraphNode(codeTexts(block))]
    case 'html':
      return [paragraphNode(lines(block.value.trim().split('\n')))]
    case 'footnoteDefinition': {
      const [first, ...rest] = block.children.flatMap((child) => blockNodes(child, known))
      const mark = textNode(`${noteReference(block.label ?? block.identifier)} `)
      if (first?.type !== 'paragraph') return [paragraphNode([mark]), ...(first ? [first] : []), ...rest]
      return [{ ...first, children: [mark, ...(first.children ?? [])] }, ...rest]
    }
    default:
      return []
  }
}

/** A quotation of one paragraph is a line of text; any other holds blocks. */
function quoteOf(block: Blockquote, known: Definitions): LexicalNode {
  const [only, second] = block.children
  if (only?.type === 'paragraph' && !second) return quoteNode(inline(only.children, known), false)
  return quoteNode(
    block.children.flatMap((child) => blockNodes(child, known)),
    true,
  )
}

function listOf(list: List, known: Definitions, indent: number): LexicalNode {
  const start = list.start ?? 1
  const items = list.children.flatMap((item, i) => itemNodes(item, known, { value: start + i, indent }))
  return listNode({ ordered: Boolean(list.ordered), start }, items)
}

/**
 * An item, with a list in it as an item of its own behind it, as the editor has it. Its paragraphs are parted by two line
 * breaks, because the editor joins the paragraphs of an item without a blank.
 */
function itemNodes(
  item: ListItem,
  known: Definitions,
  place: { value: number; indent: number },
): LexicalNode[] {
  const nodes: LexicalNode[] = []
  let own: LexicalNode[] = []
  let begun = false
  const flush = () => {
    if (own.length === 0 && begun) return
    nodes.push(listItemNode(own, { ...place, state: begun ? { mdContinues: true } : undefined }))
    own = []
    begun = true
  }
  const add = (inlined: LexicalNode[]) => {
    if (own.length > 0) own.push(lineBreakNode(), lineBreakNode())
    own.push(...inlined)
  }
  if (typeof item.checked === 'boolean') own.push(textNode(item.checked ? '[x] ' : '[ ] '))
  for (const [i, child] of item.children.entries()) {
    if (child.type === 'paragraph' && i === 0) own.push(...inline(child.children, known))
    else if (child.type === 'paragraph') add(inline(child.children, known))
    else if (child.type === 'code') add(codeTexts(child))
    else if (child.type === 'html') add(lines(child.value.trim().split('\n')))
    else if (child.type === 'list') {
      flush()
      nodes.push(
        listItemNode([listOf(child, known, place.indent + 1)], {
          value: place.value + 1,
          indent: place.indent,
        }),
      )
    } else own.push(...blockNodes(child, known))
  }
  flush()
  return nodes
}

function tableOf(table: Table, known: Definitions): LexicalNode {
  const width = Math.max(1, ...table.children.map((row) => row.children.length))
  const rows = table.children.map((row, r) =>
    tableRowNode(
      Array.from({ length: width }, (_, i) =>
        tableCellNode(inline(row.children[i]?.children ?? [], known), r === 0),
      ),
    ),
  )
  return tableNode(rows, table.align ?? [])
}

/** A fenced block is lines of code, marked so that they are one block again. */
const codeTexts = (code: Code): LexicalNode[] => lines(code.value.split('\n'), code.lang ?? '')

const lines = (all: readonly string[], fence?: string): LexicalNode[] =>
  all.flatMap((line, i) => {
    const text = fence === undefined ? line.trim() : line
    const format = fence === undefined ? 0 : FORMAT.code
    const state = fence === undefined ? undefined : { mdFence: fence }
    return [
      ...(i > 0 ? [lineBreakNode()] : []),
      ...(text || all.length === 1 ? [textNode(text, format, state)] : []),
    ]
  })

const inline = (children: readonly PhrasingContent[], known: Definitions): LexicalNode[] =>
  joinTexts(children.flatMap((child) => inlineNodes(child, known, 0)))

function inlineNodes(node: PhrasingContent, known: Definitions, format: number): LexicalNode[] {
  const within = (children: readonly PhrasingContent[], more = 0) =>
    children.flatMap((child) => inlineNodes(child, known, format | more))
  switch (node.type) {
    case 'text':
      return [textNode(joinLines(node.value), format)]
    case 'strong':
      return within(node.children, FORMAT.bold)
    case 'emphasis':
      return within(node.children, FORMAT.italic)
    case 'delete':
      return within(node.children, FORMAT.strikethrough)
    case 'inlineCode':
      return [textNode(joinLines(node.value), format | FORMAT.code)]
    case 'break':
      return [lineBreakNode()]
    case 'html':
      return /^<br\s*\/?>$/i.test(node.value) ? [lineBreakNode()] : [textNode(joinLines(node.value), format)]
    case 'link':
      return linked(node.url, within(node.children))
    case 'linkReference':
      return linked(known.get(node.identifier)?.url ?? '', within(node.children))
    case 'image':
    case 'imageReference':
      return node.alt ? [textNode(joinLines(node.alt), format)] : []
    case 'footnoteReference':
      return [textNode(noteReference(node.label ?? node.identifier), format)]
    default:
      return []
  }
}

/** A link without an address, or without anything to click on, is its text. */
function linked(url: string, children: LexicalNode[]): LexicalNode[] {
  const texts = joinTexts(children)
  if (!url || texts.length === 0) return texts
  return [linkNode(url.replace(/\s/g, encodeURIComponent), randomBytes(12).toString('hex'), texts)]
}

/** Neighbours of one format are one text, as the editor has it. */
function joinTexts(nodes: readonly LexicalNode[]): LexicalNode[] {
  const joined: LexicalNode[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (node.type === 'text' && !node.text) continue
    if (node.type === 'text' && last?.type === 'text' && last.format === node.format && !last.$ && !node.$)
      joined[joined.length - 1] = { ...last, text: `${last.text}${node.text}` }
    else joined.push(node)
  }
  return joined
}
