import type { CheerioAPI } from 'cheerio'
import { loweredText, noteMark, raisedText, readRaisedSigns } from './superscript'

type Page = CheerioAPI
type Node = ReturnType<ReturnType<Page>['contents']>[number]

/** Elements that are raised or lowered, by their name, their style or what sites call the cents of a price. */
const RAISED =
  'sup, [style*="vertical-align:super"], [style*="vertical-align: super"], [class~=cents], [class~=price-cents], [class~=price-fraction], [class~=a-price-fraction], [class~=superscript]'
const LOWERED = 'sub, [style*="vertical-align:sub"], [style*="vertical-align: sub"], [class~=subscript]'

const BLOCKS = new Set(
  'address article aside blockquote br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

interface Piece {
  /** Null ends a block. */
  text: string | null
  node?: Node
  how?: 'raised' | 'lowered'
  /** It is a link, which a note is and a unit is not. */
  link?: boolean
}

/** Writes what stands raised or lowered on a page as plain text that says the same. Changes the page given. */
export function readRaised(page: Page): void {
  if (page(RAISED).length + page(LOWERED).length === 0 && !/[⁰¹²³⁴-⁹]/.test(page.root().text())) return
  const raised = new Set<unknown>(page(RAISED).toArray())
  const lowered = new Set<unknown>(page(LOWERED).not(RAISED).toArray())
  const pieces: Piece[] = []
  const visit = (node: Node): void => {
    if (node.type === 'text') pieces.push({ text: node.data, node })
    else if (
      !('children' in node) ||
      /^(?:script|style|template|pre|code)$/.test('name' in node ? node.name : '')
    )
      return
    else if (raised.has(node) || lowered.has(node)) {
      const element = page(node)
      pieces.push({
        text: element.text(),
        node,
        how: raised.has(node) ? 'raised' : 'lowered',
        link: element.find('a[href^="#"]').length > 0 || element.closest('a[href^="#"]').length > 0,
      })
    } else {
      const block = BLOCKS.has('name' in node ? node.name : '')
      if (block) pieces.push({ text: null })
      for (const child of node.children as Node[]) visit(child)
      if (block) pieces.push({ text: null })
    }
  }
  for (const node of page.root().contents().toArray()) visit(node)
  rewrite(page, pieces)
}

function rewrite(page: Page, pieces: Piece[]): void {
  const notes = noteMarks(pieces)
  let before = ''
  for (const [i, { text, node, how, link }] of pieces.entries()) {
    if (text === null) before = ''
    else if (node && how) {
      const given = {
        before,
        text,
        after: afterOf(pieces, i),
        note: Boolean(link) || notes.has(noteMark(text) ?? ''),
      }
      const read = how === 'raised' ? raisedText(given) : loweredText(given)
      page(node as never).replaceWith(document(read))
      before = (before + read).slice(-60)
    } else if (node?.type === 'text') {
      const read = readRaisedSigns(before + text, (mark) => notes.has(mark))
      const own = read.startsWith(before) ? read.slice(before.length) : readRaisedSigns(text)
      if (own !== text) node.data = own
      before = (before + own).slice(-60)
    }
  }
}

const document = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The marks that begin a block: "¹ Working days". */
function noteMarks(pieces: readonly Piece[]): ReadonlySet<string> {
  const marks = new Set<string>()
  let first = true
  for (const { text, how } of pieces) {
    if (text === null) first = true
    else if (text.trim()) {
      const mark = first
        ? noteMark(how === 'raised' ? text : (/^\s*([⁰¹²³⁴-⁹]+)/.exec(text)?.[1] ?? '-'))
        : null
      if (mark) marks.add(mark)
      first = false
    }
  }
  return marks
}

function afterOf(pieces: readonly Piece[], at: number): string {
  let after = ''
  for (let i = at + 1; i < pieces.length && after.length < 24; i++) {
    const { text } = pieces[i]!
    if (text === null) break
    after += text
  }
  return after
}
