import type { CheerioAPI } from 'cheerio'
import type JSZip from 'jszip'
import type { XmlElement } from '../xml'
import { chartToHtml } from './chart'
import { diagramToHtml } from './diagram'
import { readOfficeXml, type Relation } from './parts'

/** What a chart or a diagram (SmartArt) that a part refers to says, as HTML; '' for anything else. */
export async function graphicHtml(archive: JSZip, { type, target, external }: Relation): Promise<string> {
  if (external || !/^(chart|diagramData)$/.test(type)) return ''
  const xml = await readOfficeXml(archive, target)
  return xml ? (type === 'chart' ? chartToHtml(xml) : diagramToHtml(xml)) : ''
}

/** The same for what stands inside an element. */
export async function graphicsHtml(given: {
  archive: JSZip
  xml: CheerioAPI
  element: XmlElement
  relations: Relation[]
}): Promise<string> {
  const { archive, xml, element, relations } = given
  const found: string[] = []
  for (const { attribs } of xml(element).find('dgm\\:relIds, c\\:chart').toArray()) {
    const relation = relations.find(({ id }) => id === (attribs['r:dm'] ?? attribs['r:id']))
    if (relation) found.push(await graphicHtml(archive, relation))
  }
  return found.filter(Boolean).join('\n')
}
