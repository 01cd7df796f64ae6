import type { PhrasingContent } from 'mdast'
import { noteReference } from '../../markdown/notes'
import { FORMAT, type LexicalNode } from './nodes'

/** The texts and links of a block as Markdown's phrasing: formats are marks round them, the widest outside. */
export function phrasingOf(nodes: readonly LexicalNode[]): PhrasingContent[] {
  return nest(trimEnds(nodes.flatMap(itemsOf)), MARKS)
}

interface Item {
  format: number
  node: PhrasingContent
}

const MARKS = [
  ['delete', FORMAT.strikethrough],
  ['strong', FORMAT.bold],
  ['emphasis', FORMAT.italic],
] as const

type Mark = (typeof MARKS)[number]

function itemsOf(node: LexicalNode): Item[] {
  if (node.type === 'linebreak') return [{ format: -1, node: { type: 'break' } }]
  if (node.type === 'tab') return [{ format: 0, node: { type: 'text', value: ' ' } }]
  if (node.type === 'text') return textItems(node)
  const inside = (node.children ?? []).flatMap(itemsOf)
  const url = String(node.fields?.url ?? '')
  if ((node.type !== 'link' && node.type !== 'autolink') || !url) return inside
  const format = inside.reduce((shared, item) => shared & item.format, ~0)
  const children = nest(
    inside.map(({ node: child, format: own }) => ({ node: child, format: own & ~format })),
    MARKS,
  )
  return children.length > 0 ? [{ format, node: { type: 'link', url, children: children as never } }] : []
}

/** Line breaks typed into a text are line breaks; a raised number is a mark that no number before it can take in. */
function textItems({ text = '', format: given }: LexicalNode): Item[] {
  const format = Number(given) || 0
  if (!text) return []
  if (format & FORMAT.code)
    return [{ format, node: { type: 'inlineCode', value: text.replace(/\s*\n\s*/g, ' ') } }]
  const said = format & FORMAT.superscript && /^\d+$/.test(text.trim()) ? noteReference(text.trim()) : text
  const items: Item[] = []
  for (const [i, line] of said.split('\n').entries()) {
    if (i > 0) items.push({ format: -1, node: { type: 'break' } })
    if (line) items.push({ format, node: { type: 'text', value: line } })
  }
  return items
}

/** No blank, and no line break, begins or ends a block. */
function trimEnds(items: Item[]): Item[] {
  const isBlank = ({ node }: Item) => node.type === 'break' || (node.type === 'text' && !node.value.trim())
  const start = items.findIndex((item) => !isBlank(item))
  if (start < 0) return []
  const kept = items.slice(start, items.findLastIndex((item) => !isBlank(item)) + 1)
  const isEnd = (item: Item | undefined) => item === undefined || item.node.type === 'break'
  return kept.map((item, i) => {
    if (item.node.type !== 'text') return item
    let { value } = item.node
    if (isEnd(kept[i - 1])) value = value.trimStart()
    if (isEnd(kept[i + 1])) value = value.trimEnd()
    return { format: item.format, node: { type: 'text' as const, value } }
  })
}

function nest(items: readonly Item[], marks: readonly Mark[]): PhrasingContent[] {
  const [mark, ...inner] = marks
  if (!mark) return joined(items)
  const nested: PhrasingContent[] = []
  for (let i = 0; i < items.length;) {
    const has = isMarked(items[i]!, mark)
    let end = i + 1
    while (end < items.length && isMarked(items[end]!, mark) === has) end++
    const children = nest(items.slice(i, end), inner)
    if (has) nested.push({ type: mark[0], children: children as never })
    else nested.push(...children)
    i = end
  }
  return nested
}

/** A line break is within the marks on both its sides only when it stands inside them: it never begins or ends them. */
const isMarked = ({ format }: Item, [, bit]: Mark): boolean => format !== -1 && (format & bit) > 0

function joined(items: readonly Item[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  for (const { node } of items) {
    const last = nodes.at(-1)
    if (node.type === 'text' && last?.type === 'text') last.value += node.value
    else nodes.push(node.type === 'text' ? { ...node } : node)
  }
  return nodes
}
