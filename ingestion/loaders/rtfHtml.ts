import { codePageOf, decodeCodePage } from './rtfCodePages'
import { type RtfPage, rtfPage } from './rtfPage'
import { type RtfToken, rtfTokens } from './rtfTokens'

/** RTF (one character a byte) as HTML: visible text only, without headers, footers, pictures and deleted passages. */
export function rtfToHtml(rtf: string): string {
  const reader: Reader = {
    page: rtfPage(),
    states: [FIRST],
    codePage: 1252,
    fonts: new Map(),
    styles: new Map(),
    bytes: [],
    toSkip: 0,
    mark: '',
  }
  for (const token of rtfTokens(rtf)) read(reader, token)
  flush(reader)
  endParagraph(reader)
  return reader.page.html()
}

/** What a group inherits from the one round it, and gives back when it closes. */
interface State {
  /** `skip`: its words are not the document's. `mark`: they are a list item's bullet or number. */
  destination: 'text' | 'skip' | 'mark' | 'fonts' | 'styles'
  font: number | null
  style: number
  outline: number | null
  inTable: boolean
  hidden: boolean
  /** How many characters after each `\u` stand in for it. */
  substitutes: number
  merged: 'left' | 'above' | null
}

interface Reader {
  page: RtfPage
  states: State[]
  codePage: number
  /** Code pages of fonts that have their own. */
  fonts: Map<number, number>
  /** Outline levels of paragraph styles. */
  styles: Map<number, number>
  bytes: number[]
  toSkip: number
  /** The bullet or number before the paragraph. */
  mark: string
}

const FIRST: State = {
  destination: 'text',
  font: null,
  style: 0,
  outline: null,
  inTable: false,
  hidden: false,
  substitutes: 1,
  merged: null,
}

const UNREAD = new Set(
  'colortbl info pict object header headerl headerr headerf footer footerl footerr footerf fldinst themedata datastore xmlnstbl listtable listoverridetable revtbl rsidtbl generator nonshppict shpinst annotation atnid atnauthor atndate atnref latentstyles pgptbl filetbl mmathPr xe tc rxe do'.split(
    ' ',
  ),
)
const SYMBOLS: Record<string, string> = {
  tab: ' ',
  line: '\n',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  nestcell: ' ',
  nestrow: '\n',
}

function read(reader: Reader, token: RtfToken): void {
  if (token.kind === 'byte') return addByte(reader, token.value)
  flush(reader)
  const { states } = reader
  const state = states.at(-1) ?? FIRST
  if (token.kind === 'open') {
    if (states.length < MAX_DEPTH) states.push({ ...state })
    reader.toSkip = 0
  } else if (token.kind === 'close') {
    if (states.length > 1) states.pop()
    reader.toSkip = 0
  } else if (token.kind === 'text') {
    const text = token.text.slice(reader.toSkip)
    reader.toSkip = Math.max(0, reader.toSkip - token.text.length)
    say(reader, text)
  } else control(reader, state, token)
}

const MAX_DEPTH = 1_000

function addByte(reader: Reader, byte: number): void {
  if (reader.toSkip > 0) reader.toSkip--
  else reader.bytes.push(byte)
}

function flush(reader: Reader): void {
  if (reader.bytes.length === 0) return
  const { destination, font } = reader.states.at(-1) ?? FIRST
  const bytes = reader.bytes.splice(0)
  if (destination === 'text' || destination === 'mark')
    say(reader, decodeCodePage(bytes, reader.fonts.get(font ?? -1) ?? reader.codePage))
}

function say(reader: Reader, text: string): void {
  const { destination, hidden, style } = reader.states.at(-1) ?? FIRST
  if (destination === 'mark') reader.mark += text
  else if (destination === 'text' && !hidden) reader.page.text(text)
  // A style is named at the end of its group: "heading 2;".
  const level = destination === 'styles' ? /^\s*heading (\d)/i.exec(text)?.[1] : undefined
  if (level) reader.styles.set(style, Number(level) - 1)
}

type Control = Extract<RtfToken, { kind: 'control' }>

function control(reader: Reader, state: State, token: Control): void {
  const { word, value } = token
  if (word === '*') state.destination = 'skip'
  else if (word === 'fonttbl') state.destination = 'fonts'
  else if (word === 'stylesheet') state.destination = 'styles'
  else if (word === 'listtext' || word === 'pntext') state.destination = 'mark'
  else if (UNREAD.has(word)) state.destination = 'skip'
  else if (word === 'fcharset' && state.destination === 'fonts') setFont(reader, state, value ?? 0)
  else if (word === 'outlinelevel' && state.destination === 'styles')
    reader.styles.set(state.style, value ?? 0)
  else if (SETTINGS[word]) SETTINGS[word](state, value)
  else if (word === 'ansicpg') reader.codePage = value || 1252
  else if (word === 'mac') reader.codePage = 10000
  else if (state.destination === 'text' || state.destination === 'mark') layOut(reader, state, token)
}

function setFont(reader: Reader, state: State, charset: number): void {
  const codePage = codePageOf(charset)
  if (codePage && state.font !== null) reader.fonts.set(state.font, codePage)
}

const SETTINGS: Record<string, (state: State, value: number | null) => void> = {
  f: (state, value) => (state.font = value),
  s: (state, value) => (state.style = value ?? 0),
  outlinelevel: (state, value) => (state.outline = value),
  intbl: (state) => (state.inTable = true),
  v: (state, value) => (state.hidden = value !== 0),
  deleted: (state, value) => (state.hidden = value !== 0),
  plain: (state) => (state.hidden = false),
  uc: (state, value) => (state.substitutes = value ?? 1),
  pard: (state) => Object.assign(state, { outline: null, style: 0, inTable: false }),
  clvmrg: (state) => (state.merged = 'above'),
  clmrg: (state) => (state.merged = 'left'),
}

function layOut(reader: Reader, state: State, { word, value }: Control): void {
  const { page } = reader
  if (word === 'u') {
    say(reader, String.fromCharCode(((value ?? 0) + 0x1_00_00) % 0x1_00_00))
    reader.toSkip = state.substitutes
  } else if (SYMBOLS[word] !== undefined) say(reader, SYMBOLS[word])
  else if (word === 'par' || word === 'sect' || word === 'page') endParagraph(reader)
  else if (word === 'trowd') page.startRow()
  else if (word === 'cellx') {
    page.defineCell(state.merged)
    state.merged = null
  } else if (word === 'cell') page.endCell()
  else if (word === 'row') page.endRow()
}

function endParagraph(reader: Reader): void {
  const { style, outline, inTable } = reader.states.at(-1) ?? FIRST
  const level = outline ?? reader.styles.get(style) ?? null
  const mark = reader.mark.trim()
  reader.mark = ''
  reader.page.endParagraph({
    heading: level !== null && level < 9 ? Math.min(6, level + 1) : null,
    item: mark ? (/[\p{L}\p{N}]/u.test(mark) ? 'ol' : 'ul') : null,
    inTable,
  })
}
