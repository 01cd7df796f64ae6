import type { Passage, RankedPassage } from '../../retrieval/types'
import { stripMarkdown } from '../markdown'
import { sayRow } from './cells'
import { readUnits } from './readUnits'
import type { Span, Unit } from './types'

/** What a unit is read from. */
export type UnitSource = Pick<
  Passage,
  'releaseId' | 'text' | 'start' | 'end' | 'releaseText' | 'headingPath' | 'locale'
>

/** A unit of a passage with everything that must be shown with it. All spans are offsets into the release's text. */
export interface PlacedUnit<P extends UnitSource = RankedPassage> {
  passage: P
  unit: Unit
  /** Its place among the units of its release that are no headings. */
  index: number
  /** Its own words, without Markdown; of a row its cells with their columns' names; of a step its number too. */
  text: string
  /** What is said before it, outermost first; a table's header row is in `text`. */
  leads: string[]
  /** The headings over it, outermost first; not the title. */
  headingPath: string[]
}

/** The units of the passage's text, each in the context that the whole release gives it. */
export function unitsOfPassage<P extends UnitSource>(passage: P): PlacedUnit<P>[] {
  return unitsOfRelease(passage).filter(({ unit }) => unit.start < passage.end && unit.end > passage.start)
}

/** The units of everything that is known of the passage's release: its whole text, or the passage alone. */
export function unitsOfRelease<P extends UnitSource>(passage: P): PlacedUnit<P>[] {
  const read = readSource(passage)
  return read.units.map((placed) =>
    Object.assign(
      { passage },
      placed,
      read.whole ? null : { headingPath: [...passage.headingPath, ...placed.headingPath] },
    ),
  )
}

/** Whether two units are of one paragraph, list or table. */
export const isBeside = (a: PlacedUnit, b: PlacedUnit): boolean =>
  a.passage.releaseId === b.passage.releaseId && a.unit.block === b.unit.block

/** The release's own words of a span of it. */
export function sliceOf({ releaseText, text, start }: UnitSource, span: Span): string {
  return releaseText === undefined
    ? text.slice(span.start - start, span.end - start)
    : releaseText.slice(span.start, span.end)
}

type Placed = Omit<PlacedUnit, 'passage'>
interface Read {
  units: Placed[]
  /** Read from the whole release, not from the passage alone. */
  whole: boolean
}

/** Longer texts are read passage by passage: reading holds everyone else up. */
const MOST_CHARACTERS = 40_000
/** Releases never change, and a busy bot asks the same ones. */
const REMEMBERED = 300
const known = new Map<string, Read>()

function readSource(passage: UnitSource): Read {
  const { releaseText, releaseId, text, start, locale } = passage
  const whole = releaseText !== undefined && releaseText.length <= MOST_CHARACTERS
  const source = whole ? releaseText : text
  const key = `${releaseId} ${whole ? 'whole' : start} ${source.length} ${locale}`
  const before = known.get(key)
  // Tests and trials give one id to several texts.
  if (before && sources.get(before) === source) return before
  const read = { units: placed({ source, from: whole ? 0 : start, locale }), whole }
  sources.set(read, source)
  known.delete(key)
  known.set(key, read)
  if (known.size > REMEMBERED) known.delete(known.keys().next().value!)
  return read
}

const sources = new WeakMap<Read, string>()

function placed(o: { source: string; from: number; locale: string }): Placed[] {
  const { source, from } = o
  const say = ({ start, end }: Span) => stripMarkdown(source.slice(start, end))
  return readUnits(source, o.locale)
    .filter(({ kind, start, end }) => kind !== 'heading' && hasWords(source.slice(start, end)))
    .map((unit, index) => {
      const header = unit.kind === 'row' ? unit.leads.at(-1) : undefined
      return {
        unit: {
          ...unit,
          ...moved(unit, from),
          leads: unit.leads.map((lead) => moved(lead, from)),
          headings: unit.headings.map((heading) => moved(heading, from)),
        },
        index,
        text: sayUnit({
          kind: unit.kind,
          markdown: source.slice(unit.start, unit.end),
          header: header ? source.slice(header.start, header.end) : null,
        }),
        leads: unit.leads.filter((lead) => lead !== header).map(say),
        headingPath: unit.headings.map(say),
      }
    })
}

/** A unit's own words as a customer reads them. */
export function sayUnit(o: { kind: Unit['kind']; markdown: string; header: string | null }): string {
  if (o.kind === 'row') return sayRow(o.header, o.markdown)
  const said = stripMarkdown(o.markdown)
  const number = o.kind === 'step' ? /^\s*(\d{1,3})[.)]\s/.exec(o.markdown)?.[1] : undefined
  return number ? `${number}. ${said}` : said
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })

const hasWords = (markdown: string): boolean => /[\p{L}\p{N}]/u.test(markdown)
