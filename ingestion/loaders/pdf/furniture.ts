import type { PdfLine } from './lines'

/** Takes out what is printed on every page round the text: running headers, footers and page numbers. */
export function withoutFurniture(lines: PdfLine[]): PdfLine[] {
  const pages = new Map<number, PdfLine[]>()
  for (const line of lines) pages.set(line.page, [...(pages.get(line.page) ?? []), line])
  if (pages.size < 2) return lines
  const seenOn = new Map<string, number>()
  const margins = new Set<PdfLine>()
  for (const page of pages.values()) {
    const atMargin = marginLines(page)
    for (const line of atMargin) margins.add(line)
    for (const mark of new Set(atMargin.map(markOf))) seenOn.set(mark, (seenOn.get(mark) ?? 0) + 1)
  }
  const often = Math.max(2, Math.ceil(pages.size / 3))
  const isFurniture = (line: PdfLine) =>
    margins.has(line) && (isPageNumber(line.text) || (seenOn.get(markOf(line)) ?? 0) >= often)
  return [...pages.values()].flatMap((page) => {
    const text = page.filter((line) => !isFurniture(line))
    // A page that is nothing else was copied, not headed and footed.
    return text.length > 0 || page.every((line) => isPageNumber(line.text)) ? text : page
  })
}

const MARGIN_LINES = 3

const MARGIN = 0.12

/** The first and last lines of a page, by height, where they stand in its margins. */
function marginLines(page: PdfLine[]): PdfLine[] {
  const sorted = page.toSorted((a, b) => a.y - b.y)
  const [top, bottom] = [sorted.slice(0, MARGIN_LINES), sorted.slice(-MARGIN_LINES)]
  return [
    ...top.filter((line) => line.y < line.pageHeight * MARGIN),
    ...bottom.filter((line) => line.y > line.pageHeight * (1 - MARGIN)),
  ]
}

/** Alike are lines of the same words, whatever their numbers, at the same height of the page. */
const markOf = (line: PdfLine) => `${Math.round(line.y / 12)} ${line.text.replace(/\d+/g, '0').toLowerCase()}`

const isPageNumber = (text: string) =>
  /^[-–—\s]*(page|seite|p\.)?\s*(\d{1,4}|[ivxl]{1,6})(\s*(of|\/|von)\s*\d{1,4})?[-–—\s]*$/i.test(text)
