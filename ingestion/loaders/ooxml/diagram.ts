import type { CheerioAPI } from 'cheerio'
import { escapeHtml } from '../xml'

/** The words of a diagram (SmartArt) as a list within lists, in the order of its model. */
export function diagramToHtml(data: CheerioAPI): string {
  const words = new Map<string, string>()
  let root = ''
  for (const point of data('dgm\\:pt').toArray()) {
    const id = point.attribs['modelId'] ?? ''
    const type = point.attribs['type'] ?? 'node'
    if (type === 'doc') root = id
    if (type !== 'node' && type !== 'asst') continue
    const paragraphs = data(point).find('dgm\\:t > a\\:p').toArray()
    words.set(
      id,
      paragraphs
        .map((paragraph) => data(paragraph).text().trim())
        .filter(Boolean)
        .join(' '),
    )
  }
  const below = new Map<string, { id: string; order: number }[]>()
  for (const { attribs } of data('dgm\\:cxn').toArray()) {
    if ((attribs['type'] ?? 'parOf') !== 'parOf') continue
    const parent = attribs['srcId'] ?? ''
    const child = { id: attribs['destId'] ?? '', order: Number(attribs['srcOrd'] ?? 0) }
    below.set(parent, [...(below.get(parent) ?? []), child])
  }
  const told = new Set<string>()
  const listOf = (parent: string): string => {
    const children = (below.get(parent) ?? []).toSorted((a, b) => a.order - b.order)
    const items = children.flatMap(({ id }) => {
      if (told.has(id) || !words.has(id)) return []
      told.add(id)
      return `<li>${escapeHtml(words.get(id) ?? '')}${listOf(id)}</li>`
    })
    return items.length > 0 ? `<ul>${items.join('')}</ul>` : ''
  }
  const tree = listOf(root)
  const alone = [...words].filter(([id, text]) => text && !told.has(id))
  return (
    tree +
    (alone.length > 0 ? `<ul>${alone.map(([, text]) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>` : '')
  )
}
