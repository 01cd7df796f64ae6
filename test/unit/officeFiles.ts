import ExcelJS from 'exceljs'
import JSZip from 'jszip'

const NAMES =
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** A zip archive of the parts given. */
export async function archive(parts: Record<string, string>): Promise<Uint8Array> {
  const zip = new JSZip()
  for (const [name, content] of Object.entries(parts)) zip.file(name, content)
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

/** A presentation: the shape trees of its slides, and notes for some. */
export function presentation(
  slides: { shapes: string; notes?: string; hidden?: boolean }[],
): Promise<Uint8Array> {
  const parts: Record<string, string> = {
    'ppt/presentation.xml': `<p:presentation ${NAMES}><p:sldIdLst>${slides.map((_, i) => `<p:sldId r:id="r${i}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relations(
      slides.map((_, i) => [`r${i}`, 'slide', `slides/slide${i}.xml`]),
    ),
  }
  for (const [i, { shapes, notes, hidden }] of slides.entries()) {
    parts[`ppt/slides/slide${i}.xml`] =
      `<p:sld ${NAMES}${hidden ? ' show="0"' : ''}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`
    if (!notes) continue
    parts[`ppt/slides/_rels/slide${i}.xml.rels`] = relations([
      ['n', 'notesSlide', `../notesSlides/n${i}.xml`],
    ])
    parts[`ppt/notesSlides/n${i}.xml`] =
      `<p:notes ${NAMES}><p:cSld><p:spTree>${shape('body', [notes])}</p:spTree></p:cSld></p:notes>`
  }
  return archive(parts)
}

const relations = (all: [id: string, type: string, target: string][]) =>
  `<Relationships>${all.map(([id, type, target]) => `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`).join('')}</Relationships>`

/** A shape with a paragraph a line; `placeholder` null for a text box; a line "1:words" is one level down. */
export function shape(placeholder: string | null, lines: string[], at?: [x: number, y: number]): string {
  const place = at ? `<a:xfrm><a:off x="${at[0]}" y="${at[1]}"/></a:xfrm>` : ''
  const paragraphs = lines.map((line) => {
    const [, level = '0', words = line] = /^(\d):(.*)$/.exec(line) ?? []
    return `<a:p><a:pPr lvl="${level}"/><a:r><a:t>${words}</a:t></a:r></a:p>`
  })
  const meant = placeholder === null ? '' : `<p:ph type="${placeholder}"/>`
  return `<p:sp><p:nvSpPr><p:cNvPr id="1" name="x"/><p:nvPr>${meant}</p:nvPr></p:nvSpPr><p:spPr>${place}</p:spPr><p:txBody>${paragraphs.join('')}</p:txBody></p:sp>`
}

/** A text document of LibreOffice: what stands in its body, and styles. */
export function openDocument(body: string, styles = ''): Promise<Uint8Array> {
  const content = `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`
  return archive({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': content })
}

/** A workbook written by `write`. */
export async function workbook(write: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  write(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}
