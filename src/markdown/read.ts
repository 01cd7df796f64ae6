import type { Definition, Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { cutMarkdown } from './pieces'

/** Addresses are found while reading; looking for them again in the tree costs a third of the time and loses offsets. */
const OPTIONS = {
  extensions: [gfm()],
  mdastExtensions: gfmFromMarkdown().map((extension) => Object.assign({}, extension, { transforms: [] })),
}

/** Parses GitHub-flavoured Markdown. Every node carries its offsets. */
export const parseMarkdown = (text: string): Root => fromMarkdown(text, OPTIONS)

/** The blocks of a text, and what its references and notes refer to. Offsets are those of the piece a block stood in. */
export interface ReadMarkdown {
  blocks: RootContent[]
  definitions: ReadonlyMap<string, Definition>
}

/**
 * Reads Markdown of any size in pieces, and lets others take their turn between two. References find their definitions
 * wherever those stand.
 */
export async function readMarkdown(text: string): Promise<ReadMarkdown> {
  const { pieces, definitions: lines } = cutMarkdown(text)
  const definitions = new Map<string, Definition>()
  const blocks: RootContent[] = []
  for (const [i, piece] of pieces.entries()) {
    if (i > 0) await turn()
    const known = pieces.length > 1 ? lines.filter(({ label }) => piece.toLowerCase().includes(label)) : []
    const root = parseMarkdown([piece, ...known.map(({ line }) => line)].join('\n\n'))
    collectDefinitions(root, definitions)
    blocks.push(...root.children.filter((block) => isOwn(block, piece.length)))
  }
  return { blocks: joinLists(blocks), definitions }
}

/** Gives the event loop a turn. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const isOwn = (block: RootContent, length: number): boolean =>
  block.type !== 'definition' && (block.position?.start.offset ?? 0) < Math.max(1, length)

function collectDefinitions(root: Root, into: Map<string, Definition>): void {
  for (const node of root.children)
    if (node.type === 'definition' && !into.has(node.identifier)) into.set(node.identifier, node)
    else if ('children' in node && node.type !== 'paragraph' && node.type !== 'table')
      collectDefinitions(node as unknown as Root, into)
}

/** A list that was cut between two of its items is one list again. */
function joinLists(blocks: RootContent[]): RootContent[] {
  const joined: RootContent[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if (block.type === 'list' && last?.type === 'list' && isCut(block) && last.ordered === block.ordered)
      last.children.push(...block.children)
    else joined.push(block)
  }
  return joined
}

/** Only a cut makes a list begin at the very start of its piece right after a list of the same kind. */
const isCut = (block: RootContent): boolean => block.position?.start.offset === 0
