import type { PdfLine } from './lines'

/** How most of a PDF is set, against which headings stand out. Lengths are points. */
export interface BodyStyle {
  size: number
  font: string
  /** From one baseline to the next within a paragraph. */
  leading: number
  width: number
  /** Font sizes above the body's, largest first: the heading levels. */
  headingSizes: number[]
  /** Whether capitals set a line apart; not where half the text is in capitals. */
  capitalsStandOut: boolean
}

/** What most of the characters are set in, and the usual distance between two lines. */
export function bodyStyle(lines: PdfLine[]): BodyStyle {
  const size = heaviest(lines, (line) => round(line.size)) ?? 10
  const plain = lines.filter((line) => round(line.size) === size)
  const distances = lines.flatMap((line, i) => {
    const distance = line.y - (lines[i - 1]?.y ?? Infinity)
    return distance > 0 && distance < 3 * line.size ? [{ text: 'x', distance }] : []
  })
  const larger = lines.filter((line) => line.size > size * 1.07 && /\p{L}/u.test(line.text))
  return {
    size,
    font: heaviest(plain, (line) => line.font) ?? '',
    leading: heaviest(distances, ({ distance }) => round(distance)) ?? size * 1.2,
    width: Math.max(0, ...plain.map((line) => line.end - line.x)),
    headingSizes: [...new Set(larger.map((line) => round(line.size)))].sort((a, b) => b - a).slice(0, 4),
    capitalsStandOut: lines.filter((line) => inCapitals(line.text)).length < lines.length * 0.15,
  }
}

/** Level one to five by size; a short line in capitals, of the body's size, is one below the smallest. */
export function headingLevel(line: PdfLine, before: PdfLine | undefined, body: BodyStyle): number | null {
  if (line.text.length > HEADING_CHARACTERS || !/\p{L}/u.test(line.text)) return null
  const level = body.headingSizes.indexOf(round(line.size)) + 1
  const sentence = /[.,;:]$/.test(line.text) && line.size < body.size * 1.3
  if (level > 0) return sentence ? null : level
  const alone =
    line.end - line.x < body.width * 0.7 &&
    !(
      before &&
      inCapitals(before.text) &&
      before.page === line.page &&
      line.y - before.y < body.leading * 1.35
    )
  return body.capitalsStandOut && alone && inCapitals(line.text) && line.size >= body.size * 0.95
    ? body.headingSizes.length + 1
    : null
}

export const round = (size: number) => Math.round(size * 2) / 2

const HEADING_CHARACTERS = 120

/** "1. DEFINITIONS", not "TOTAL: 12.00" nor the last words of a disclaimer. */
const inCapitals = (text: string) =>
  /^(\d+(\.\d+)*\.? )?[\p{Lu}\s,&’'()–-]{4,90}$/u.test(text) &&
  /\p{Lu}{4}/u.test(text) &&
  !/[,&(–-]$/.test(text)

function heaviest<T extends { text: string }, V>(items: T[], valueOf: (item: T) => V): V | undefined {
  const weights = new Map<V, number>()
  for (const item of items) weights.set(valueOf(item), (weights.get(valueOf(item)) ?? 0) + item.text.length)
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0]
}
