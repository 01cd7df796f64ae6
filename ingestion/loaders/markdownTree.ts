import type { Blockquote, Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { noteReference } from '../../src/markdown/notes'
import type { ReadMarkdown } from '../../src/markdown/read'
import type { Omissions } from '../omissions'
import { wholeAddress } from './addresses'
import { loweredText, noteMark, raisedText, readRaisedSigns } from './superscript'

export interface Reading {
  omissions: Omissions
  /** What relative addresses are relative to; they stay as they are without. */
  base?: string | undefined
}

/**
 * A parsed text as plain Markdown says it: raised and lowered signs with their meaning, HTML in a line as text, notes and
 * references where they are used, pictures as their descriptions, addresses whole.
 */
export function plainTree({ blocks, definitions }: ReadMarkdown, reading: Reading): RootContent[] {
  const notes = noteMarks(blocks)
  const within = <Parent extends Parents | Root>(parent: Parent): Parent => {
    if (PHRASING.has(parent.type))
      return {
        ...parent,
        children: plainPhrasing(parent.children as PhrasingContent[], parent.type === 'tableCell'),
      }
    return { ...parent, children: (parent.children as RootContent[]).flatMap(plainBlock) }
  }
  const plainBlock = (block: RootContent): RootContent[] => {
    if (block.type === 'html') return htmlBlock(block.value, reading.omissions)
    if (block.type === 'definition') return []
    if (block.type === 'footnoteDefinition') return noteBlocks(within(block))
    if (block.type === 'blockquote') return [alert(within(block))]
    return 'children' in block ? [within(block as Parents) as RootContent] : [block]
  }
  const plainPhrasing = (children: readonly PhrasingContent[], inCell: boolean): PhrasingContent[] => {
    const line = new Line(notes, reading, definitions, inCell)
    children.forEach((child, i) => line.add(child, children.slice(i + 1, i + 4)))
    return line.done()
  }
  return blocks.flatMap(plainBlock)
}

const PHRASING = new Set<string>(['paragraph', 'heading', 'tableCell'])

/** The marks of the notes that stand in the text: "¹ Working days", "[^1]: Working days". */
function noteMarks(blocks: readonly RootContent[]): ReadonlySet<string> {
  const marks = new Set<string>()
  const visit = (node: Nodes): void => {
    if (node.type === 'footnoteDefinition') marks.add(node.label ?? node.identifier)
    if (node.type === 'paragraph') {
      const [first, second] = node.children
      const raised =
        first?.type === 'html' && /^<sup\b/i.test(first.value) && second?.type === 'text' ? second.value : ''
      const signs = first?.type === 'text' ? (/^[⁰¹²³⁴-⁹]+/.exec(first.value)?.[0] ?? '') : ''
      const mark = noteMark(raised || signs)
      if (mark) marks.add(mark)
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  blocks.forEach(visit)
  return marks
}

/** One block's phrasing, read from its start to its end: what is raised depends on what stands before it. */
class Line {
  readonly #out: PhrasingContent[] = []
  #before = ''
  #raising: 'sup' | 'sub' | null = null

  constructor(
    readonly notes: ReadonlySet<string>,
    readonly reading: Reading,
    readonly definitions: ReadMarkdown['definitions'],
    readonly inCell: boolean,
  ) {}

  done(): PhrasingContent[] {
    return this.#out
  }

  add(node: PhrasingContent, next: readonly PhrasingContent[], out = this.#out): void {
    switch (node.type) {
      case 'text':
        return this.#text(node.value, next, out)
      case 'html':
        return this.#html(node.value, out)
      case 'footnoteReference':
        return this.#say(noteReference(node.label ?? node.identifier), out)
      case 'image':
      case 'imageReference':
        this.reading.omissions.add(
          node.alt?.trim() ? 'images' : 'images_without_alt',
          node.alt || ('url' in node ? node.url : ''),
        )
        return this.#say(node.alt ?? '', out)
      case 'break':
        this.#before = ''
        out.push(node)
        return
      case 'link':
      case 'linkReference': {
        const url = node.type === 'link' ? node.url : (this.definitions.get(node.identifier)?.url ?? '')
        const children = this.#within(node.children)
        const address = wholeAddress(url, this.reading.base)
        if (address && toString(children).trim())
          out.push({ type: 'link', url: address, children: children as never })
        else {
          if (toString(children).trim())
            this.reading.omissions.add('links_without_target', toString(children))
          out.push(...children)
        }
        return
      }
      case 'emphasis':
      case 'strong':
      case 'delete':
        out.push({ ...node, children: this.#within(node.children) as never })
        return
      default:
        this.#before += toString(node)
        out.push(node)
    }
  }

  #within(children: readonly PhrasingContent[]): PhrasingContent[] {
    const inside: PhrasingContent[] = []
    children.forEach((child, i) => this.add(child, children.slice(i + 1, i + 4), inside))
    return inside
  }

  #say(text: string, out: PhrasingContent[]): void {
    if (!text) return
    this.#before = (this.#before + text).slice(-60)
    const last = out.at(-1)
    if (last?.type === 'text') last.value += text
    else out.push({ type: 'text', value: text })
  }

  #text(value: string, next: readonly PhrasingContent[], out: PhrasingContent[]): void {
    const after = next
      .map((node) => (node.type === 'html' ? '' : toString(node)))
      .join('')
      .slice(0, 24)
    if (this.#raising === 'sup')
      return this.#say(
        raisedText({ before: this.#before, text: value, after, note: this.notes.has(noteMark(value) ?? '') }),
        out,
      )
    if (this.#raising === 'sub')
      return this.#say(loweredText({ before: this.#before, text: value, after }), out)
    const read = readRaisedSigns(this.#before + value, (mark) => this.notes.has(mark))
    this.#say(read.startsWith(this.#before) ? read.slice(this.#before.length) : readRaisedSigns(value), out)
  }

  #html(html: string, out: PhrasingContent[]): void {
    const tag = /^<(\/?)([a-z][\w-]*)/i.exec(html)
    const name = tag?.[2]?.toLowerCase() ?? ''
    if (html.startsWith('<!--')) this.reading.omissions.add('comments', html.replace(/^<!--|-->$/g, ''))
    else if (name === 'sup' || name === 'sub') this.#raising = tag?.[1] ? null : name
    else if (name === 'br') {
      if (this.inCell) this.#say(' ', out)
      else out.push({ type: 'break' })
    } else if (name === 'img') {
      const alt = /\balt=(?:"([^"]*)"|'([^']*)')/i.exec(html)?.slice(1).find(Boolean) ?? ''
      this.reading.omissions.add(alt ? 'images' : 'images_without_alt', alt || html)
      this.#say(alt, out)
    } else if (!HTML_TAGS.has(name)) this.#say(html, out)
  }
}

/** Tags of HTML; any other name in angle brackets is a word that somebody wrote. */
const HTML_TAGS = new Set(
  'a abbr address article aside audio b bdi bdo big blockquote body button caption center cite code col colgroup data dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark menu meta nav noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script section select slot small source span strike strong style summary svg path table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr'.split(
    ' ',
  ),
)

/** A block of HTML that is not one whole element: its text, line by line; comments go. */
function htmlBlock(html: string, omissions: Omissions): RootContent[] {
  for (const [comment] of html.matchAll(/<!--[\s\S]*?-->/g))
    omissions.add('comments', comment.replace(/^<!--|-->$/g, ''))
  const text = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1>|$)/gi, '')
    .replace(/<\/?([a-z][\w-]*)\b[^<>]*>/gi, (tag, name: string) =>
      HTML_TAGS.has(name.toLowerCase()) ? ' ' : tag,
    )
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const children: PhrasingContent[] = []
  for (const value of lines) {
    if (children.length > 0) children.push({ type: 'break' })
    children.push({ type: 'text', value })
  }
  return children.length > 0 ? [{ type: 'paragraph', children }] : []
}

function noteBlocks(note: Extract<RootContent, { type: 'footnoteDefinition' }>): RootContent[] {
  const mark: PhrasingContent = { type: 'text', value: `${noteReference(note.label ?? note.identifier)} ` }
  const [first, ...rest] = note.children
  if (first?.type !== 'paragraph') return [{ type: 'paragraph', children: [mark] }, ...note.children]
  return [{ ...first, children: [mark, ...first.children] }, ...rest]
}

/** GitHub's "> [!NOTE]" says what kind of quotation it is. */
function alert(quote: Blockquote): Blockquote {
  const [first] = quote.children
  const [text] = first?.type === 'paragraph' ? first.children : []
  const kind =
    text?.type === 'text' ? /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*\n?/i.exec(text.value) : null
  if (first?.type !== 'paragraph' || text?.type !== 'text' || !kind?.[1]) return quote
  const name = kind[1][0]!.toUpperCase() + kind[1].slice(1).toLowerCase()
  const children: PhrasingContent[] = [
    { type: 'strong', children: [{ type: 'text', value: `${name}:` }] },
    { type: 'text', value: ` ${text.value.slice(kind[0].length)}` },
    ...first.children.slice(1),
  ]
  return { ...quote, children: [{ ...first, children }, ...quote.children.slice(1)] }
}
