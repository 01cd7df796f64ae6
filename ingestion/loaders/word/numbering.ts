import type { CheerioAPI } from 'cheerio'
import type { XmlElement } from '../xml'
import { formatCount } from './count'
import { toggle } from './styles'

interface Level {
  start: number
  format: string
  /** "%1.%2" */
  text: string
  /** All its numbers in figures. */
  legal: boolean
  /** Its number is not shown. */
  hidden: boolean
  /** The level that has it count anew; the one above where none is told. */
  restart: number | null
}

interface List {
  /** Lists of one definition go on counting together. */
  definition: string
  levels: Map<number, Level>
  /** Where this list begins anew. */
  starts: Map<number, number>
}

/** What stands before an item: a mark, or a number as it is printed. */
export interface ListLabel {
  kind: 'bullet' | 'number' | 'none'
  /** "3.2", "a)", "Article 4" */
  text: string
  /** Its place in its list, where the label is that and a full stop. */
  ordinal: number | null
}

/** Counts the items of a document's lists, in the order in which they are asked for. */
export class WordNumbering {
  readonly #lists: Map<string, List>
  /** The levels that styles of headings are linked to. */
  readonly #counts = new Map<string, number[]>()
  readonly #started = new Set<string>()

  constructor(xml: CheerioAPI | null) {
    this.#lists = xml ? readLists(xml) : new Map()
  }

  /** The label of the next item of a list; null when there is no such list. */
  next(id: string, level: number): ListLabel | null {
    const list = this.#lists.get(id)
    const own = list?.levels.get(level)
    if (!list || !own) return null
    const counts = this.#counts.get(list.definition) ?? []
    this.#counts.set(list.definition, counts)
    const start = list.starts.get(level)
    const isNew = start !== undefined && !this.#started.has(`${id} ${level}`)
    this.#started.add(`${id} ${level}`)
    counts[level] = isNew ? start : (counts[level] ?? own.start - 1) + 1
    for (const [below, { restart }] of list.levels)
      if (below > level && restart !== 0 && (restart === null || level < restart)) delete counts[below]
    if (own.format === 'bullet') return { kind: 'bullet', text: '', ordinal: null }
    const text = own.hidden ? '' : labelText(list, own, counts)
    if (!text) return { kind: 'none', text: '', ordinal: null }
    const plain = own.format === 'decimal' && new RegExp(`^%${level + 1}\\.?$`).test(own.text)
    return { kind: 'number', text, ordinal: plain ? (counts[level] ?? null) : null }
  }
}

const labelText = ({ levels }: List, own: Level, counts: number[]): string =>
  own.text
    .replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const level = levels.get(at)
      return formatCount(
        counts[at] ?? level?.start ?? 1,
        own.legal ? 'decimal' : (level?.format ?? 'decimal'),
      )
    })
    .replace(/[\uE000-\uF8FF]/g, '')
    .trim()

function readLists(xml: CheerioAPI): Map<string, List> {
  const definitions = new Map(
    xml('w\\:abstractNum')
      .toArray()
      .map((element) => [element.attribs['w:abstractNumId'] ?? '', element]),
  )
  const valueOf = (element: XmlElement, name: string) => xml(element).children(name).attr('w:val')
  const byStyle = new Map(
    [...definitions.values()].flatMap((element) => {
      const style = valueOf(element, 'w\\:styleLink')
      return style ? [[style, element] as const] : []
    }),
  )
  const lists = new Map<string, List>()
  for (const list of xml('w\\:num').toArray()) {
    const definition = valueOf(list, 'w\\:abstractNumId') ?? ''
    const element = definitions.get(definition)
    const linked = element && byStyle.get(valueOf(element, 'w\\:numStyleLink') ?? '')
    const levels = levelsOf(xml, linked ?? element)
    const starts = new Map<number, number>()
    for (const override of xml(list).children('w\\:lvlOverride').toArray()) {
      const at = Number(override.attribs['w:ilvl'])
      const start = valueOf(override, 'w\\:startOverride')
      if (start !== undefined) starts.set(at, Number(start))
      const [own] = xml(override).children('w\\:lvl').toArray()
      if (own) levels.set(at, readLevel(xml, own))
    }
    lists.set(list.attribs['w:numId'] ?? '', { definition, levels, starts })
  }
  return lists
}

const levelsOf = (xml: CheerioAPI, element: XmlElement | undefined): Map<number, Level> =>
  new Map(
    (element ? xml(element).children('w\\:lvl').toArray() : []).map((level) => [
      Number(level.attribs['w:ilvl']),
      readLevel(xml, level),
    ]),
  )

function readLevel(xml: CheerioAPI, level: XmlElement): Level {
  const of = (name: string) => xml(level).children(name)
  const restart = of('w\\:lvlRestart').attr('w:val')
  return {
    start: Number(of('w\\:start').attr('w:val') ?? 1),
    // Formats that came later stand in a choice, with an old one beside it.
    format:
      of('w\\:numFmt').attr('w:val') ??
      xml(level).find('mc\\:Fallback > w\\:numFmt').attr('w:val') ??
      'decimal',
    text: of('w\\:lvlText').attr('w:val') ?? '',
    legal: toggle(of('w\\:isLgl').get(0)?.attribs) ?? false,
    hidden: toggle(xml(level).find('> w\\:rPr > w\\:vanish').get(0)?.attribs) ?? false,
    restart: restart === undefined ? null : Number(restart),
  }
}
