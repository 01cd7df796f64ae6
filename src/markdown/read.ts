import type { Definition, List, Nodes, Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { cutMarkdown, labelOf, type Piece } from './pieces'
import { atOnce, inTurns, type Steps } from './turns'

/** Addresses are found while reading; looking for them again in the tree costs a third of the time and loses offsets. */
const OPTIONS = {
  extensions: [gfm()],
  mdastExtensions: gfmFromMarkdown().map((extension) => Object.assign({}, extension, { transforms: [] })),
}

/** Parses as a whole, however long that takes. */
export const parseWhole = (text: string): Root => fromMarkdown(text, OPTIONS)

/** Parses GitHub-flavoured Markdown. Every node carries its offsets. */
export const parseMarkdown = (text: string): Root => atOnce(parseSteps(text))

/** The blocks of a text, and what its references and notes refer to. Every node carries its offsets. */
export interface ReadMarkdown {
  blocks: RootContent[]
  definitions: ReadonlyMap<string, Definition>
}

/** Reads Markdown of any size, and lets others take their turn. References find their definitions wherever those stand. */
export async function readMarkdown(text: string): Promise<ReadMarkdown> {
  const root = await inTurns(parseSteps(text))
  const definitions = new Map<string, Definition>()
  collectDefinitions(root, definitions)
  return { blocks: root.children.filter(({ type }) => type !== 'definition'), definitions }
}

/** Parses a text piece by piece: what it is as a whole, in time that grows with its length. */
export function* parseSteps(text: string, size?: number): Steps<Root> {
  const { pieces, definitions } = cutMarkdown(text, size)
  if (pieces.length === 1) return parseWhole(text)
  const children: RootContent[] = []
  for (const piece of pieces) {
    const own = parsePiece(piece, definitions)
    const [first] = own
    const list = children.at(-1)
    if (piece.continues && list?.type === 'list' && first?.type === 'list' && isSameList(text, list, first)) {
      goOn(list, first, piece.continues)
      own.shift()
    }
    for (const block of own) children.push(block)
    yield
  }
  return { type: 'root', children }
}

/** Links and footnotes may be defined anywhere in the whole text, so each piece is told the definitions that it names. */
function parsePiece(piece: Piece, definitions: ReadonlyMap<string, string>): RootContent[] {
  const named = new Set(
    definitions.size > 0 ? [...piece.text.matchAll(LABEL)].map((m) => labelOf(m[1]!)) : [],
  )
  const known = [...named].flatMap((label) => definitions.get(label) ?? [])
  const { children } = parseWhole(known.length > 0 ? [piece.text, ...known].join('\n\n') : piece.text)
  const own = children.filter(({ position }) => (position?.start.offset ?? 0) < piece.text.length)
  for (const child of own) move(child, piece)
  return own
}

const LABEL = /\[((?:[^[\]\\]|\\.){1,999})\]/g

/** Whether the last item of one list and the first of the next have the same mark. */
function isSameList(text: string, list: List, next: List): boolean {
  const markOf = (node: Nodes | undefined) =>
    /^\d*(.)/.exec(text.slice(node?.position?.start.offset, (node?.position?.start.offset ?? 0) + 11))?.[1]
  return list.ordered === next.ordered && markOf(list.children.at(-1)) === markOf(next)
}

/** The same list, with the items of the piece that follows. */
function goOn(list: List, next: List, how: 'loose' | 'tight'): void {
  list.children.push(...next.children)
  list.spread = Boolean(list.spread) || Boolean(next.spread) || how === 'loose'
  if (list.position && next.position) list.position.end = next.position.end
}

function move(node: Nodes, piece: Piece): void {
  for (const point of [node.position?.start, node.position?.end]) {
    if (!point) continue
    point.offset = (point.offset ?? 0) + piece.start
    point.line += piece.line
  }
  if ('children' in node) for (const child of node.children) move(child, piece)
}

function collectDefinitions(root: Root, into: Map<string, Definition>): void {
  for (const node of root.children)
    if (node.type === 'definition') {
      if (!into.has(node.identifier)) into.set(node.identifier, node)
    } else if ('children' in node && node.type !== 'paragraph' && node.type !== 'table')
      collectDefinitions(node as unknown as Root, into)
}
