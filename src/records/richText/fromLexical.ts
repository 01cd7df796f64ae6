import type {
  BlockContent,
  Blockquote,
  Code,
  DefinitionContent,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast'
import { FORMAT, type LexicalNode } from './nodes'
import { phrasingOf } from './phrasing'

/** Blocks of an editor's state, as Markdown says them. */
export const fromLexical = (nodes: readonly LexicalNode[]): RootContent[] => flow(nodes) as RootContent[]

type Flow = BlockContent | DefinitionContent

const flow = (nodes: readonly LexicalNode[]): Flow[] => nodes.flatMap(blockOf)

function blockOf(node: LexicalNode): Flow[] {
  const children = node.children ?? []
  switch (node.type) {
    case 'heading': {
      const depth = Math.min(6, Math.max(1, Number(node.tag?.slice(1)) || 1)) as 1
      const phrasing = phrasingOf(children.map((child) => (child.type === 'linebreak' ? BLANK : child)))
      return phrasing.length > 0 ? [{ type: 'heading', depth, children: phrasing }] : []
    }
    case 'horizontalrule':
      return [{ type: 'thematicBreak' }]
    case 'quote':
      return quoteOf(node)
    case 'list':
      return [listOf(node)]
    case 'table':
      return [tableOf(node)]
    default:
      return children.length > 0 ? textBlocks(children) : []
  }
}

const BLANK: LexicalNode = { type: 'text', text: ' ', format: 0 }

function quoteOf(node: LexicalNode): Flow[] {
  const children = node.children ?? []
  const content = children.some(isBlock) ? flow(children) : textBlocks(children)
  return content.length > 0 ? [{ type: 'blockquote', children: content } satisfies Blockquote] : []
}

const BLOCKS = new Set(['paragraph', 'heading', 'quote', 'list', 'listitem', 'table', 'horizontalrule'])
const isBlock = (node: LexicalNode): boolean => BLOCKS.has(node.type)

function listOf(list: LexicalNode): List {
  const items: ListItem[] = []
  for (const node of list.children ?? []) {
    const children = node.children ?? []
    const last = items.at(-1)
    const nested = children.length > 0 && children.every((child) => child.type === 'list')
    if (last && (nested || node.$?.mdContinues)) last.children.push(...itemBlocks(children))
    else items.push(itemOf(node))
  }
  const ordered = list.listType === 'number'
  return {
    type: 'list',
    ordered,
    ...(ordered && { start: list.start ?? 1 }),
    spread: false,
    children: items,
  }
}

function itemOf(node: LexicalNode): ListItem {
  const content = itemBlocks(node.children ?? [])
  const checked = typeof node.checked === 'boolean' ? node.checked : undefined
  if (checked === undefined) return { type: 'listItem', spread: false, children: content }
  return { type: 'listItem', spread: false, children: content, checked }
}

/** Runs of texts become paragraphs, and what is a block stays one. */
function itemBlocks(children: readonly LexicalNode[]): Flow[] {
  const blocks: Flow[] = []
  let texts: LexicalNode[] = []
  const flush = () => {
    if (texts.length > 0) blocks.push(...textBlocks(texts))
    texts = []
  }
  for (const child of children) {
    if (!isBlock(child)) texts.push(child)
    else {
      flush()
      blocks.push(...blockOf(child))
    }
  }
  flush()
  return blocks
}

/** Texts as paragraphs, parted where two line breaks stand, and fenced blocks where lines are marked as such. */
function textBlocks(given: readonly LexicalNode[]): Flow[] {
  const children = given.filter((node, i) => !isBlankLine(node, given[i - 1], given[i + 1]))
  const blocks: Flow[] = []
  let part: LexicalNode[] = []
  const flush = () => {
    const phrasing = phrasingOf(part)
    if (phrasing.length > 0) blocks.push({ type: 'paragraph', children: phrasing } satisfies Paragraph)
    part = []
  }
  for (let i = 0; i < children.length;) {
    const node = children[i]!
    if (isFenced(node)) {
      const end = fenceEnd(children, i)
      flush()
      blocks.push(codeOf(children.slice(i, end)))
      i = end
    } else if (node.type === 'linebreak' && children[i + 1]?.type === 'linebreak') {
      flush()
      while (children[i]?.type === 'linebreak') i++
    } else {
      part.push(node)
      i++
    }
  }
  flush()
  return blocks
}

const isBlankLine = (node: LexicalNode, before?: LexicalNode, after?: LexicalNode): boolean =>
  node.type === 'text' && !node.text?.trim() && before?.type === 'linebreak' && after?.type === 'linebreak'

const isFenced = (node: LexicalNode | undefined): boolean =>
  node?.type === 'text' && typeof node.$?.mdFence === 'string' && (Number(node.format) & FORMAT.code) > 0

/** A fenced block goes on over its line breaks to the last text that is marked. */
function fenceEnd(children: readonly LexicalNode[], start: number): number {
  let end = start + 1
  for (let i = start; i < children.length; i++) {
    if (isFenced(children[i])) end = i + 1
    else if (children[i]?.type !== 'linebreak' && children[i]?.type !== 'tab') break
  }
  return end
}

function codeOf(nodes: readonly LexicalNode[]): Code {
  const value = nodes.map((node) => (node.type === 'linebreak' ? '\n' : (node.text ?? '\t'))).join('')
  return { type: 'code', lang: nodes[0]?.$?.mdFence || null, value }
}

function tableOf(node: LexicalNode): Table {
  const rows = node.children ?? []
  const align = (node.$?.mdAlign ?? []) as Table['align']
  return {
    type: 'table',
    align: align ?? [],
    children: rows.map((row) => ({
      type: 'tableRow',
      children: (row.children ?? []).map((cell) => ({ type: 'tableCell', children: cellPhrasing(cell) })),
    })),
  }
}

/** A cell is one line in Markdown: what stands below each other stands side by side. */
function cellPhrasing(cell: LexicalNode): PhrasingContent[] {
  const texts: LexicalNode[] = []
  const visit = (node: LexicalNode): void => {
    if (node.type === 'linebreak') texts.push(BLANK)
    else if (isBlock(node)) {
      if (texts.length > 0) texts.push(BLANK)
      node.children?.forEach(visit)
    } else texts.push(node)
  }
  cell.children?.forEach(visit)
  return phrasingOf(texts)
}
