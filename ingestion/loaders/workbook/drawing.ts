import type JSZip from 'jszip'
import type { Omissions } from '../../omissions'
import { graphicsHtml } from '../ooxml/graphics'
import { readOfficeXml, relationsOf } from '../ooxml/parts'
import { escapeHtml } from '../xml'

/** What lies over a sheet's cells, as HTML: charts, diagrams and text boxes. Pictures are counted. */
export async function drawingHtml(given: {
  archive: JSZip
  path: string
  omissions: Omissions
}): Promise<string> {
  const { archive, path, omissions } = given
  const drawing = await readOfficeXml(archive, path)
  if (!drawing) return ''
  const relations = await relationsOf(archive, path)
  const found: string[] = []
  for (const element of drawing('xdr\\:sp, xdr\\:pic, a\\:graphicData').toArray()) {
    if (element.name === 'xdr:pic') {
      const words = drawing(element).find('xdr\\:cNvPr').attr('descr')?.trim()
      omissions.add(words ? 'images' : 'images_without_alt', words)
      if (words) found.push(`<p>${escapeHtml(words)}</p>`)
    } else if (element.name === 'xdr:sp') {
      const paragraphs = drawing(element).find('xdr\\:txBody > a\\:p').toArray()
      found.push(...paragraphs.map((paragraph) => `<p>${escapeHtml(drawing(paragraph).text())}</p>`))
    } else found.push(await graphicsHtml({ archive, xml: drawing, element, relations }))
  }
  return found.join('\n')
}
