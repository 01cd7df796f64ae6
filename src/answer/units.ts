/** A smallest quotable span of a passage: a sentence, a whole list item, a whole table row. Offsets are into the text. */
export interface Unit {
  kind: 'sentence' | 'item' | 'row' | 'heading' | 'code'
  start: number
  end: number
  /** What must be quoted with it to be understood: a table's header row, or the sentence that introduces a list. */
  context: { start: number; end: number } | null
  /** The heading within the text under which it stands; null for none. */
  heading: { start: number; end: number } | null
  /** Number of the paragraph, table or list that it is part of; a list counts as one with the sentence that leads in. */
  block: number
}

/** Splits Markdown into units in order; separators, blank lines and fences between them belong to none. */
export const unitsOf = (text: string, locale: string): Unit[] => {
  const units: Unit[] = []
  let heading: Unit['heading'] = null
  for (const [i, block] of blocksOf(text).entries()) {
    const previous = units.at(-1) ?? null
    const found = unitsOfBlock(text, block, previous, locale)
    const list = block.kind === 'item' && previous && (previous.kind === 'item' || found[0]?.context)
    for (const unit of found) {
      if (unit.kind === 'heading') heading = { start: unit.start, end: unit.end }
      units.push({
        ...unit,
        block: list ? previous.block : i,
        heading: unit.kind === 'heading' ? null : heading,
      })
    }
  }
  return units
}

interface Line {
  start: number
  end: number
  text: string
}

type BlockKind = 'paragraph' | 'heading' | 'item' | 'table' | 'code'
interface Block {
  kind: BlockKind
  lines: Line[]
}

const linesOf = (text: string): Line[] => {
  const lines: Line[] = []
  let start = 0
  for (const line of text.split('\n')) {
    lines.push({ start, end: start + line.length, text: line })
    start += line.length + 1
  }
  return lines
}

const FENCE = /^\s*(?:```|~~~)/
const HEADING = /^\s{0,3}#{1,6}\s/
const ITEM = /^\s*(?:[-*+]|\d{1,3}[.)])\s+\S/
const ROW = /^\s*\|/
const SEPARATOR = /^\s*\|[|\s:-]+$/
const RULE = /^\s*(?:[-*_]\s*){3,}$/

const blocksOf = (text: string): Block[] => {
  const blocks: Block[] = []
  let ended = true
  for (const line of linesOf(text)) {
    const open: Block | undefined = ended ? undefined : blocks.at(-1)
    const kind: BlockKind | null = open?.kind === 'code' ? 'code' : kindOf(line.text)
    if (kind !== null) {
      if (open && continues(open, kind)) open.lines.push(line)
      else blocks.push({ kind, lines: [line] })
    }
    ended = kind === null || (open?.kind === 'code' && FENCE.test(line.text))
  }
  return blocks
}

const kindOf = (line: string): BlockKind | null => {
  if (line.trim() === '' || RULE.test(line)) return null
  if (FENCE.test(line)) return 'code'
  if (HEADING.test(line)) return 'heading'
  if (ROW.test(line)) return 'table'
  return ITEM.test(line) ? 'item' : 'paragraph'
}

const continues = (open: Block, kind: BlockKind): boolean => {
  if (kind === 'item' || kind === 'heading') return false
  return kind === open.kind || (open.kind === 'item' && kind === 'paragraph')
}

type Found = Omit<Unit, 'block' | 'heading'>

const unitsOfBlock = (text: string, block: Block, previous: Unit | null, locale: string): Found[] => {
  const first = block.lines[0]
  const last = block.lines.at(-1)
  if (!first || !last) return []
  if (block.kind === 'table') return rowsOf(block.lines)
  const whole = trimmed(text, first.start, last.end)
  if (block.kind === 'paragraph') return sentencesOf(text, whole, locale)
  const context = block.kind === 'item' ? leadOf(text, previous) : null
  return [{ kind: block.kind, ...whole, context }]
}

const rowsOf = (lines: Line[]): Found[] => {
  const hasHeader = lines[1] !== undefined && SEPARATOR.test(lines[1].text)
  const header = hasHeader ? (lines[0] ?? null) : null
  const context = header ? { start: header.start, end: header.end } : null
  return lines
    .filter((line) => line !== header && !SEPARATOR.test(line.text))
    .map((line) => ({ kind: 'row' as const, start: line.start, end: line.end, context }))
}

/** The sentence or item that a list item continues: one ending in a colon, or what its earlier siblings continue. */
const leadOf = (text: string, previous: Unit | null): Unit['context'] => {
  if (!previous) return null
  if (previous.kind === 'item') return previous.context
  const introduces = previous.kind === 'sentence' && /:[*_]*$/.test(text.slice(previous.start, previous.end))
  return introduces ? { start: previous.start, end: previous.end } : null
}

/** Ends of segments that are no ends of sentences. */
const UNFINISHED =
  /(?:^|\s)(?:e\.g|i\.e|etc|approx|no|nr|art|sec|vs|mr|mrs|ms|dr|st|inc|ltd|z|d|u|p|z\.\s?b|bzw|ca|ggf|usw|d\.\s?h|u\.\s?a|abs|tel|mio|std|evtl|inkl|zzgl|max|min|m|mme|p\.\s?ex|env|cf|réf|sr|sra|ud|uds|p\.\s?ej|núm|pág|aprox|\d{1,3})\.\s*$/i

const sentencesOf = (text: string, span: { start: number; end: number }, locale: string): Found[] => {
  const units: Found[] = []
  let from: number | null = null
  for (const { segment, index } of segmenterOf(locale).segment(text.slice(span.start, span.end))) {
    from ??= span.start + index
    const to = span.start + index + segment.length
    const more = to < span.end && (UNFINISHED.test(segment) || /^[^.!?:]*\n$/.test(segment))
    if (more) continue
    units.push({ kind: 'sentence', ...trimmed(text, from, to), context: null })
    from = null
  }
  return units.filter(({ start, end }) => end > start)
}

const trimmed = (text: string, start: number, end: number) => {
  const raw = text.slice(start, end)
  return { start: start + raw.length - raw.trimStart().length, end: start + raw.trimEnd().length }
}

const segmenters = new Map<string, Intl.Segmenter>()
const segmenterOf = (locale: string): Intl.Segmenter => {
  const known = segmenters.get(locale)
  if (known) return known
  const segmenter = new Intl.Segmenter(supported(locale), { granularity: 'sentence' })
  segmenters.set(locale, segmenter)
  return segmenter
}

const supported = (locale: string): string => {
  try {
    return Intl.Segmenter.supportedLocalesOf(locale)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
