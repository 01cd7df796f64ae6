import type { CheerioAPI } from 'cheerio'
import type JSZip from 'jszip'
import type { XmlElement } from '../xml'
import { chartToHtml } from './chart'
import { diagramToHtml } from './diagram'
import { readOfficeXml, type Relation } from './parts'

/** What a chart or a diagram (SmartArt) inside an element says, as HTML; '' when there is none. */
export async function graphicsHtml(given: {
  archive: JSZip
  xml: CheerioAPI
  element: XmlElement
  relations: Relation[]
}): Promise<string> {
  const { archive, xml, element, relations } = given
  const found: string[] = []
  for (const part of xml(element).find('*').toArray()) {
    const id =
      part.name === 'dgm:relIds' ? part.attribs['r:dm'] : part.name.endsWith(':chart') && part.attribs['r:id']
    const relation = id ? relations.find((one) => one.id === id) : undefined
    const target = relation && !relation.external ? await readOfficeXml(archive, relation.target) : null
    if (target) found.push(part.name === 'dgm:relIds' ? diagramToHtml(target) : chartToHtml(target))
  }
  return found.join('\n')
}
