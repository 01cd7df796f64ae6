import type { Nodes, PhrasingContent, Root, RootContent, Text } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import {
  defaultHandlers,
  toMarkdown,
  type Handle,
  type Info,
  type Options,
  type State,
} from 'mdast-util-to-markdown'
import { compareSaid, saidByBlocks } from './compare'
import { type BlockSigns, escapeText, signsOf } from './escape'
import { linkMarkdown } from './links'
import { settleEmphasis } from './phrasing'
import { parseMarkdown } from './read'

/** Writes Markdown: no backslash that is not needed, one way to say each thing, the same again when it is read and written. */
export function writeMarkdown(blocks: readonly RootContent[]): string {
  const children = blocks.map(settleBlock)
  const careful = new WeakSet<Nodes>()
  for (const [i, block] of children.entries()) {
    if (!isSuspicious(block) || readsAs(written([block], careful), blocks[i]!)) continue
    markAll(block, careful)
    if (readsAs(written([block], careful), blocks[i]!)) continue
    children[i] = settleBlock(withoutMarks(block))
    markAll(children[i]!, careful)
  }
  return written(children, careful)
}

const written = (children: RootContent[], careful: WeakSet<Nodes>): string =>
  toMarkdown({ type: 'root', children } as Root, optionsFor(signsIn(children), careful)).trim()

/** Signs that Markdown could take for its own; only such a block is read again to see whether it says the same. */
const isSuspicious = (node: Nodes): boolean => {
  if (node.type === 'text') return /[\\`*_~[\]<&|!]|www\.|:\/\/|@|^[-+#>=:\d]/.test(node.value)
  if (node.type === 'inlineCode') return /[`|]/.test(node.value)
  return 'children' in node && node.children.some(isSuspicious)
}

const readsAs = (markdown: string, block: Nodes): boolean =>
  compareSaid(saidByBlocks([block]), saidByBlocks(parseMarkdown(markdown).children)).length === 0

/** The words matter more than their emphasis: where Markdown cannot say both, the marks go. */
function withoutMarks<Node extends Nodes>(node: Node): Node {
  if (!('children' in node)) return node
  const children = (node.children as Nodes[]).flatMap((child): Nodes[] =>
    child.type === 'strong' || child.type === 'emphasis' || child.type === 'delete'
      ? withoutMarks(child).children
      : [withoutMarks(child)],
  )
  return { ...node, children }
}

/** All in a block is escaped by the library's rules: more backslashes than are needed, and none too few. */
function markAll(node: Nodes, careful: WeakSet<Nodes>): void {
  careful.add(node)
  if ('children' in node) for (const child of node.children) markAll(child, careful)
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

const optionsFor = (signs: WeakMap<Text, BlockSigns>, careful: WeakSet<Nodes>): Options => ({
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
  handlers: { ...HANDLERS, ...carefully(careful), text: textHandler(signs, careful) },
})

const textHandler = (signs: WeakMap<Text, BlockSigns>, careful: WeakSet<Nodes>): Handle => {
  const handle: Handle = (node: Text, parent, state, info) =>
    careful.has(node) ? defaultHandlers.text(node, parent, state, info) : escaped(node, state, info)
  const escaped = (node: Text, state: State, { before, after }: Info) =>
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

const carefully = (careful: WeakSet<Nodes>): Record<string, Handle> =>
  Object.fromEntries(
    (['strong', 'emphasis'] as const).map((type) => {
      const own = HANDLERS[type]!
      const handle: Handle = (node, parent, state, info) =>
        (careful.has(node) ? defaultHandlers[type] : own)(node, parent, state, info)
      return [type, Object.assign(handle, peek(type === 'strong' ? '*' : '_'))]
    }),
  )

const isWord = (text: string) => /[^\s\p{P}\p{S}]/u.test(text)
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
