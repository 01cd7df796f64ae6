import type { Definition, Nodes, RootContent } from 'mdast'
import { noteReference } from './notes'
import type { ReadMarkdown } from './read'
import { turn } from './turns'
import { showsItself } from './links'

/** What a text says, in order: each word, number and sign, each block's kind, each link's address. */
export interface Said {
  words: string[]
  blocks: string[]
  links: string[]
}

/** One place where two texts differ: what stands in the one and in the other, with a few words before it. */
export interface Difference {
  of: keyof Said
  before: string
  after: string
  near: string
}

/** Reads off what a text says. Marks of emphasis, and how a list or a link is written, do not count. */
export async function saidBy({ blocks, definitions }: ReadMarkdown): Promise<Said> {
  const said: Said = { words: [], blocks: [], links: [] }
  for (const [i, block] of blocks.entries()) {
    if (i > 0 && i % BATCH === 0) await turn()
    tell(block, said, definitions)
  }
  return said
}

/** The same at once, for a few blocks without references. */
export function saidByBlocks(blocks: readonly Nodes[]): Said {
  const said: Said = { words: [], blocks: [], links: [] }
  for (const block of blocks) tell(block, said, new Map())
  return said
}

/**
 * Where one text says something else than another, the first of each kind: compared in sequence, so that a single glued
 * word is found in a book. Takes time with the length of the texts.
 */
export function compareSaid(before: Said, after: Said): Difference[] {
  return (['words', 'blocks', 'links'] as const).flatMap((of) => {
    const found = firstDifference(before[of], after[of])
    return found ? [{ of, ...found }] : []
  })
}

/** For a person: "“was not” became “wasnot”, after “provided that it”." */
export function describeDifference({ of, before, after, near }: Difference): string {
  const what = { words: 'the words', blocks: 'the structure', links: 'the link' }[of]
  const change = before
    ? after
      ? `${what} “${before}” became “${after}”`
      : `${what} “${before}” went missing`
    : `${what} “${after}” were added`
  return near ? `${change}, after “${near}”` : change
}

const BATCH = 100
const TOKEN = /[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu
const SHOWN = 8

function firstDifference(before: readonly string[], after: readonly string[]) {
  const length = Math.min(before.length, after.length)
  let start = 0
  while (start < length && before[start] === after[start]) start++
  if (start === before.length && start === after.length) return null
  let end = 0
  while (end < length - start && before.at(-1 - end) === after.at(-1 - end)) end++
  const shown = (tokens: readonly string[]) =>
    tokens.slice(start, Math.min(tokens.length - end, start + SHOWN)).join(' ')
  return {
    before: shown(before),
    after: shown(after),
    near: before.slice(Math.max(0, start - 5), start).join(' '),
  }
}

function tell(node: Nodes, said: Said, known: ReadonlyMap<string, Definition>): void {
  const kind =
    node.type === 'tableCell' && node.children.length === 0
      ? undefined
      : BLOCK_KINDS[node.type as RootContent['type']]
  if (kind) said.blocks.push(node.type === 'heading' ? `${kind}${node.depth}` : kind)
  if (PHRASING.has(node.type)) {
    const text = textOf(node, said, known)
    if (text) for (const word of text.match(TOKEN) ?? []) said.words.push(word)
  } else if ('children' in node) {
    if (node.type === 'footnoteDefinition')
      said.words.push(...(noteReference(node.label ?? node.identifier).match(TOKEN) ?? []))
    if (node.type === 'listItem' && typeof node.checked === 'boolean')
      said.words.push(...(node.checked ? ['[', 'x', ']'] : ['[', ']']))
    for (const child of node.children) tell(child, said, known)
  } else if (node.type === 'code' || node.type === 'html') {
    for (const word of node.value.match(TOKEN) ?? []) said.words.push(word)
  }
}

/** Blocks that hold a line of text, whose parts are one text: emphasis in a word does not part it. */
const PHRASING = new Set<string>(['paragraph', 'heading', 'tableCell'])

const BLOCK_KINDS: Partial<Record<RootContent['type'], string>> = {
  heading: 'heading ',
  listItem: 'list item',
  tableRow: 'table row',
  tableCell: 'table cell',
  blockquote: 'quotation',
  code: 'code',
  thematicBreak: 'rule',
}

function textOf(node: Nodes, said: Said, known: ReadonlyMap<string, Definition>): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value
    case 'html':
      return /^<br\s*\/?>$/i.test(node.value) ? '\n' : node.value
    case 'break':
      return '\n'
    case 'image':
    case 'imageReference':
      return node.alt ?? ''
    case 'footnoteReference':
      return noteReference(node.label ?? node.identifier)
    default: {
      if (!('children' in node)) return ''
      const text = (node.children as Nodes[]).map((child) => textOf(child, said, known)).join('')
      const url =
        node.type === 'link' ? node.url : node.type === 'linkReference' ? known.get(node.identifier)?.url : ''
      // An address that stands for itself is words already.
      if (url && text && !(node.type === 'link' && showsItself(node, text)))
        said.links.push(url.replace(/\s/g, encodeURIComponent))
      return text
    }
  }
}
