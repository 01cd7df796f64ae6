import type { Nodes, PhrasingContent, Root, RootContent, Text } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown, type Handle, type Options, type State } from 'mdast-util-to-markdown'
import { type BlockSigns, escapeText, signsOf } from './escape'
import { linkMarkdown } from './links'
import { settleEmphasis } from './phrasing'
import { turn } from './read'

/** How many blocks are written in one turn. */
const BATCH = 200

/** Writes Markdown: no backslash that is not needed, one way to say each thing, the same again when it is read and written. */
export function writeMarkdown(blocks: readonly RootContent[]): string {
  const children = blocks.map(settleBlock)
  return toMarkdown({ type: 'root', children } as Root, optionsFor(signsIn(children))).trim()
}

/** The same for texts of any size: others take their turn between batches of blocks. */
export async function writeLongMarkdown(blocks: readonly RootContent[]): Promise<string> {
  const written: string[] = []
  for (let start = 0; start < blocks.length;) {
    let end = Math.min(blocks.length, start + BATCH)
    // Two lists in a row know of each other, so that they stay two.
    while (end < blocks.length && blocks[end - 1]?.type === 'list' && blocks[end]?.type === 'list') end++
    if (start > 0) await turn()
    written.push(writeMarkdown(blocks.slice(start, end)))
    start = end
  }
  return written.filter(Boolean).join('\n\n')
}

/** Settles the phrasing of a block and of all in it. */
function settleBlock<Node extends Nodes>(node: Node): Node {
  if (!('children' in node)) return node
  const isPhrasing = PHRASING_PARENTS.has(node.type)
  const children = isPhrasing
    ? settleEmphasis(node.children as PhrasingContent[])
    : (node.children as Nodes[]).map(settleBlock)
  return { ...node, children }
}

const PHRASING_PARENTS = new Set<Nodes['type']>(['paragraph', 'heading', 'tableCell'])

function signsIn(blocks: readonly Nodes[]): WeakMap<Text, BlockSigns> {
  const signs = new WeakMap<Text, BlockSigns>()
  const mark = (node: Nodes, of: BlockSigns): void => {
    if (node.type === 'text') signs.set(node, of)
    else if ('children' in node) for (const child of node.children) mark(child, of)
  }
  const visit = (node: Nodes): void => {
    if (PHRASING_PARENTS.has(node.type) && 'children' in node)
      mark(node, signsOf(node.children as PhrasingContent[]))
    else if ('children' in node) for (const child of node.children) visit(child)
  }
  blocks.forEach(visit)
  return signs
}

const NO_SIGNS: BlockSigns = { stars: true, underscores: true, tildes: true, ticks: true }

const optionsFor = (signs: WeakMap<Text, BlockSigns>): Options => ({
  bullet: '-',
  bulletOther: '*',
  bulletOrdered: '.',
  rule: '-',
  fences: true,
  listItemIndent: 'one',
  extensions: [gfmToMarkdown()],
  join: [
    (left, right, parent) => {
      if (parent.type !== 'listItem') return parent.type === 'list' ? 0 : undefined
      return left.type === 'paragraph' && right.type === 'list' ? 0 : 1
    },
  ],
  handlers: { ...HANDLERS, text: textHandler(signs) },
})

const textHandler = (signs: WeakMap<Text, BlockSigns>): Handle => {
  const handle: Handle = (node: Text, _, state, { before, after }) =>
    escapeText(node.value, {
      before: before.slice(-1),
      after: after.slice(0, 1),
      signs: signs.get(node) ?? NO_SIGNS,
      inTable: state.stack.includes('tableCell'),
      inLink: state.stack.includes('label'),
      inHeading: state.stack.includes('headingAtx'),
    })
  return Object.assign(handle, { peek: (node: Text) => node.value.charAt(0) })
}

const marked =
  (markOf: (before: string, after: string) => string): Handle =>
  (node: Nodes & { children: PhrasingContent[] }, _, state, info) => {
    const mark = markOf(info.before, info.after)
    const exit = state.enter(node.type as 'strong')
    const inner = state.containerPhrasing(node as never, { ...info, before: mark, after: mark })
    exit()
    return `${mark}${inner}${mark}`
  }

const isWord = (text: string) => /[\p{L}\p{N}]/u.test(text)
const peek = (sign: string) => ({ peek: () => sign })

const HANDLERS: Record<string, Handle> = {
  strong: Object.assign(
    marked(() => '**'),
    peek('*'),
  ),
  emphasis: Object.assign(
    marked((before, after) => (isWord(before.slice(-1)) || isWord(after.slice(0, 1)) ? '*' : '_')),
    peek('_'),
  ),
  delete: Object.assign(
    marked(() => '~~'),
    peek('~'),
  ),
  break: (_node, _parent, state) =>
    state.stack.some((name) => name === 'tableCell' || name === 'headingAtx') ? ' ' : '  \n',
  link: Object.assign(linkMarkdown, peek('[')),
  listItem: (node, parent, state, info) => {
    const bullet = bulletOf(node, parent, state)
    const size = bullet.length + 1
    const tracker = state.createTracker(info)
    tracker.move(`${bullet} `)
    tracker.shift(size)
    const exit = state.enter('listItem')
    const flow = state.containerFlow(node, tracker.current())
    exit()
    if (!flow) return bullet
    return state.indentLines(
      flow,
      (line, i, blank) => (i ? (blank ? '' : ' '.repeat(size)) : `${bullet} `) + line,
    )
  },
  table: (node, _, state, info) => {
    const rows = (node as { children: { children: Nodes[] }[] }).children
    const width = Math.max(1, ...rows.map((row) => row.children.length))
    const exit = state.enter('table' as never)
    const lines = rows.map((row) => {
      const cells = row.children.map((cell) => state.handle(cell, node, state, info))
      return `| ${Array.from({ length: width }, (_cell, i) => cells[i] ?? '').join(' | ')} |`
    })
    exit()
    const align = (node as { align?: (string | null)[] | null }).align ?? []
    const rule = `| ${Array.from({ length: width }, (_cell, i) => RULES[align[i] ?? ''] ?? '---').join(' | ')} |`
    return [lines[0], rule, ...lines.slice(1)].join('\n')
  },
}

const RULES: Record<string, string> = { left: ':---', right: '---:', center: ':---:' }

/** Numbers are counted as the items are written: looking each up in its list would take the square of their number. */
function bulletOf(node: Nodes, parent: Nodes | undefined, state: State): string {
  const bullet = state.bulletCurrent ?? '-'
  if (parent?.type !== 'list' || !parent.ordered) return bullet
  const index = state.indexStack.at(-1) ?? 0
  const found = parent.children[index] === node ? index : parent.children.indexOf(node as never)
  return `${(parent.start ?? 1) + found}${bullet}`
}
