import { wordJoiner } from '../joinWords'
import type { PdfLine } from './lines'
import { sheetMarkdown } from '../sheetMarkdown'
import { type BodyStyle, bodyStyle, headingLevel, round } from './style'
import { escapeTags } from '../text'

/** Lines of a PDF as Markdown: headings by font size or capitals, lists by their marks, the rest paragraphs. */
export function pdfMarkdown(lines: PdfLine[]): string {
  const whole = joinTables(lines)
  const body = bodyStyle(whole.some((line) => !line.table) ? whole.filter((line) => !line.table) : whole)
  const join = wordJoiner(lines.map((line) => line.text))
  const blocks: { kind: string; text: string; last: PdfLine }[] = []
  for (const [i, line] of whole.entries()) {
    if (line.table) {
      blocks.push({ kind: 'table', text: sheetMarkdown(line.table), last: line })
      continue
    }
    const level = headingLevel(line, whole[i - 1], body)
    const kind = level ? `h${level}` : itemMark(line.text) ? 'item' : 'text'
    const previous = blocks.at(-1)
    if (previous && continues(previous, { kind, line, body })) {
      Object.assign(previous, { text: join(previous.text, line.text), last: line })
    } else blocks.push({ kind, text: line.text, last: line })
  }
  return blocks
    .map((block, i) => toMarkdown(block, blocks[i - 1]?.kind))
    .join('')
    .trim()
}

/** A table that goes on over the page is one; the names of its columns are repeated there, and said once. */
function joinTables(lines: PdfLine[]): PdfLine[] {
  const joined: PdfLine[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    const goesOn =
      last?.table &&
      line.table &&
      line.page === last.page + 1 &&
      line.table[0]?.length === last.table[0]?.length
    if (!goesOn) joined.push(line)
    else {
      const repeated = line.table?.[0]?.join('|') === last.table?.[0]?.join('|')
      const rows = [...(last.table ?? []), ...(line.table ?? []).slice(repeated ? 1 : 0)]
      joined[joined.length - 1] = { ...last, page: line.page, table: rows }
    }
  }
  return joined
}

/** Whether a line goes on with the block before it. */
function continues(
  { kind, text, last }: { kind: string; text: string; last: PdfLine },
  next: { kind: string; line: PdfLine; body: BodyStyle },
): boolean {
  const { line, body } = next
  const distance = line.y - last.y
  const turned = line.page !== last.page || distance < 0
  if (kind === 'table') return false
  if (kind.startsWith('h')) return next.kind === kind && !turned && distance < line.size * 1.6
  if (next.kind !== 'text') return false
  if (turned) return !/[.!?:;]["'”’)]?$/.test(text) && /^[\p{Ll}\d(]/u.test(line.text)
  if (round(line.size) !== round(last.size)) return distance < 0.5 * body.size
  const short = last.end - last.x < body.width * 0.6
  const ended = short && /[.!?:]["'”’)]?$/.test(text) && /^[\p{Lu}\d]/u.test(line.text)
  const otherFont = short && line.font !== last.font && /^\p{Lu}/u.test(line.text)
  return distance <= Math.max(body.leading, line.size) * 1.35 && !ended && !otherFont
}

const BULLET = /^[•●▪■◦○‣⁃·∙\uF0B7\uF0A7o–—*-]\s+(?=\S)/
const NUMBER = /^(\d{1,3})[.)]\s+(?=\S)/
const LETTER = /^\(?([a-z]|[ivx]{1,4}|\d{1,2})\)\s+(?=\S)/i

const itemMark = (text: string) => BULLET.test(text) || NUMBER.test(text) || LETTER.test(text)

function toMarkdown({ kind, text }: { kind: string; text: string }, before: string | undefined): string {
  const gap = before === undefined ? '' : kind === 'item' && before === 'item' ? '\n' : '\n\n'
  if (kind === 'table') return `${gap}${text}`
  if (kind.startsWith('h') && text.length <= 160)
    return `${gap}${'#'.repeat(Math.min(6, Number(kind.slice(1))))} ${escape(text)}`
  if (BULLET.test(text)) return `${gap}- ${escape(text.replace(BULLET, ''))}`
  if (NUMBER.test(text)) return `${gap}${escape(text.replace(NUMBER, '$1. '))}`
  if (LETTER.test(text)) return `${gap}- ${escape(text)}`
  return `${gap}${escape(text)}`
}

/** Characters that would turn words into formatting. */
const escape = (text: string) =>
  escapeTags(text)
    .replace(/[*`]/g, '\\$&')
    .replace(/^(#+|>|\+|-)(?=\s)/, '\\$1')
