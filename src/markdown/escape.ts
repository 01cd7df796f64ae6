import type { Nodes, PhrasingContent } from 'mdast'

/** Which signs in a block could pair up and mean something; a sign that stands alone needs no backslash. */
export interface BlockSigns {
  stars: boolean
  underscores: boolean
  tildes: boolean
  ticks: boolean
}

export interface TextPlace {
  /** The character before it and behind it; a line break at the ends of a line. */
  before: string
  after: string
  signs: BlockSigns
  inTable: boolean
  inLink: boolean
  inHeading: boolean
}

/** Plain text as Markdown that reads as just that text, with as few backslashes as that takes. */
export function escapeText(value: string, place: TextPlace): string {
  const { before, after, inHeading } = place
  const text = before === '\n' ? value.trimStart() : value
  let escaped = SPECIAL.test(text)
    ? text.replace(EACH_SPECIAL, (sign, at: number) => (mustEscape(text, at, place) ? `\\${sign}` : sign))
    : text
  if (ADDRESS.test(text)) escaped = escapeAddresses(escaped)
  if (before === '\n' && !inHeading) escaped = escapeLineStart(escaped)
  if (inHeading && after === '\n') escaped = escaped.replace(/(^|\s)(#+)$/, '$1\\$2')
  return escaped
}

const SPECIAL = /[\\`*_~[\]<&|!]/
const EACH_SPECIAL = /[\\`*_~[\]<&|!]/g
const PUNCTUATION = /[!-/:-@[-`{-~]/

function mustEscape(text: string, at: number, { before, after, signs, inTable, inLink }: TextPlace): boolean {
  const previous = at > 0 ? text[at - 1]! : before
  const next = at + 1 < text.length ? text[at + 1]! : after
  switch (text[at]) {
    case '\\':
      return PUNCTUATION.test(next) || next === '\n' || (inTable && next === '')
    case '`':
      return signs.ticks
    case '*':
      return signs.stars && !(isSpace(previous) && isSpace(next))
    case '_':
      return signs.underscores && !(isSpace(previous) && isSpace(next)) && !(isWord(previous) && isWord(next))
    case '~':
      return signs.tildes
    case '[':
      return inLink || (at === 0 && before === '\n' && /^\[[^\]]+\]:/.test(text))
    case ']':
      return inLink || next === '('
    case '<':
      return /[a-z/!?]/i.test(next)
    case '&':
      return /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i.test(text.slice(at, at + 36))
    case '|':
      return inTable
    default:
      return next === '[' && at + 1 === text.length
  }
}

const ADDRESS = /https?:\/\/|www\./i

/** An address in plain text is a link by itself; one that runs into other signs would take them along. */
const escapeAddresses = (text: string): string =>
  text.replace(/(https?:\/\/|www\.)([^\s<]*)/gi, (whole, start: string, rest: string) =>
    /^[\w\-.~%/?#@!$&'()*+,;:=]*$/.test(rest) ? whole : `${start.replace(/[:.]/, '\\$&')}${rest}`,
  )

/** What would begin a heading, a quotation, a list, a rule, a fence or a table. */
function escapeLineStart(line: string): string {
  if (/^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|\*(?=\s|$)|`{3}|~{3})/.test(line)) return `\\${line}`
  if (/^(?:[-\s]+|=+\s*|[*\s]+|[_\s]+)$/.test(line) && line.trim()) return `\\${line}`
  if (/^[|:\-\s]+$/.test(line) && line.includes('-')) return `\\${line}`
  return line.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}

const isSpace = (character: string) => character === '' || /\s/.test(character)
const isWord = (character: string) => /[^\s\p{P}\p{S}]/u.test(character)

/** Looks through a block's phrasing once. */
export function signsOf(children: readonly PhrasingContent[]): BlockSigns {
  let text = ''
  let [emphasis, deleted, code] = [false, false, false]
  const visit = (node: Nodes): void => {
    if (node.type === 'text') text += node.value
    else text += '\u0000'
    if (node.type === 'emphasis' || node.type === 'strong') emphasis = true
    if (node.type === 'delete') deleted = true
    if (node.type === 'inlineCode') code = true
    if ('children' in node) for (const child of node.children) visit(child)
  }
  for (const child of children) visit(child)
  return {
    stars: emphasis ? text.includes('*') : runs(text, /\*+/g) > 1 || /\*{2}.*\S\*{2}/.test(text),
    underscores: emphasis ? text.includes('_') : runs(text, /_+/g) > 1,
    tildes: deleted ? text.includes('~') : runs(text, /~+/g) > 1,
    ticks: code ? text.includes('`') : runs(text, /`+/g) > 1,
  }
}

const runs = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0
