import type { CheerioAPI } from 'cheerio'
import { formatNumber } from '../workbook/numberFormat'
import { escapeHtml, type XmlElement } from '../xml'

/** More points than these are a curve to look at, not figures to read. */
const MAX_POINTS = 200

/** A chart as its title and a table: a row a category, a column a series. */
export function chartToHtml(chart: CheerioAPI): string {
  const titleOf = (selector: string) =>
    richWords(chart, chart(selector).toArray().slice(0, 1) as XmlElement[])
  const title = titleOf('c\\:chart > c\\:title')
  const axes = chart('c\\:plotArea > * > c\\:title')
    .toArray()
    .map((axis) => richWords(chart, [axis as XmlElement]))
    .filter(Boolean)
  const series = chart('c\\:ser').toArray()
  const columns = series.map((one) => ({
    name: pointsOf(chart, one, 'c\\:tx').get(0) ?? '',
    values: pointsOf(chart, one, 'c\\:val, c\\:yVal'),
  }))
  const categories = series
    .map((one) => pointsOf(chart, one, 'c\\:cat, c\\:xVal'))
    .find(({ size }) => size > 0)
  const length = Math.max(0, ...columns.flatMap(({ values }) => [...values.keys()].map((i) => i + 1)))
  const cell = (text: string) => `<td>${escapeHtml(text)}</td>`
  const rows = Array.from(
    { length: Math.min(length, MAX_POINTS) },
    (_, i) =>
      `<tr>${[categories?.get(i) ?? '', ...columns.map(({ values }) => values.get(i) ?? '')].map(cell).join('')}</tr>`,
  )
  const head = `<thead><tr>${['', ...columns.map(({ name }) => name)].map(cell).join('')}</tr></thead>`
  const words = [title, axes.join(' · ')].filter(Boolean).map((line) => `<p>${escapeHtml(line)}</p>`)
  return [...words, ...(rows.length > 0 ? [`<table>${head}${rows.join('')}</table>`] : [])].join('\n')
}

const richWords = (chart: CheerioAPI, elements: XmlElement[]) =>
  elements
    .flatMap((element) => chart(element).find('a\\:p').toArray())
    .map((paragraph) => chart(paragraph).find('a\\:t').text())
    .join(' ')
    .trim()

/** What the file remembers of the cells that a series is drawn from, by their order. */
function pointsOf(chart: CheerioAPI, series: XmlElement, selector: string): Map<number, string> {
  const source = chart(series).children(selector).first()
  const format = source.find('c\\:numCache > c\\:formatCode').first().text() || 'General'
  const isNumber = source.find('c\\:numCache').length > 0
  const points = new Map<number, string>()
  for (const point of source.find('c\\:pt').toArray()) {
    const value = chart(point).children('c\\:v').text()
    const index = Number(point.attribs['idx'] ?? 0)
    // Categories of several levels: the innermost first, as on the axis.
    const own = isNumber && Number.isFinite(Number(value)) ? formatNumber(Number(value), format) : value
    points.set(index, points.has(index) ? `${points.get(index)} ${own}` : own)
  }
  if (points.size === 0 && source.children('c\\:v').length > 0) points.set(0, source.children('c\\:v').text())
  return points
}
