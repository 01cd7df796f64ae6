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

/** What a workbook of a test holds. */
interface WorkbookOfTest {
  sheets: SheetOfTest[]
  /** Number formats; a cell `{ v, f: 1 }` has the first of them. */
  formats?: string[]
  from1904?: boolean
  /** Other parts, as they stand in the archive. */
  parts?: Record<string, string>
}

type CellOfTest = string | number | boolean | null | { v: string | number; t?: string; f?: number }

interface SheetOfTest {
  name: string
  state?: string
  /** Cells by row; or the XML of the sheet's data. */
  rows: CellOfTest[][] | string
  merges?: string[]
  /** XML before and after the sheet's data. */
  before?: string
  after?: string
  relations?: [id: string, type: string, target: string][]
}

/** A workbook of the parts that Excel writes. Texts are inline. */
export function workbook({
  sheets,
  formats = [],
  from1904,
  parts = {},
}: WorkbookOfTest): Promise<Uint8Array> {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const other = Object.keys(parts).flatMap((path) => {
    const name = /^xl\/(sharedStrings)\.xml$/.exec(path)?.[1]
    return name ? [[name, name, `${name}.xml`] as [string, string, string]] : []
  })
  const list = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}" r:id="s${i}"${state ? ` state="${state}"` : ''}/>`,
  )
  const all: Record<string, string> = {
    'xl/workbook.xml': `<workbook ${main} ${NAMES}><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, i) => [`s${i}`, 'worksheet', `worksheets/sheet${i}.xml`] as [string, string, string]),
      ['styles', 'styles', 'styles.xml'],
      ...other,
    ]),
    'xl/styles.xml': `<styleSheet ${main}><numFmts>${formats.map((format, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escape(format)}"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, i) => `<xf numFmtId="${164 + i}"/>`).join('')}</cellXfs></styleSheet>`,
    ...parts,
  }
  for (const [i, { rows, merges = [], before = '', after = '', relations: related }] of sheets.entries()) {
    const data = typeof rows === 'string' ? rows : rows.map(rowXml).join('')
    const merged =
      merges.length > 0
        ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
        : ''
    all[`xl/worksheets/sheet${i}.xml`] =
      `<worksheet ${main} ${NAMES}>${before}<sheetData>${data}</sheetData>${merged}${after}</worksheet>`
    if (related) all[`xl/worksheets/_rels/sheet${i}.xml.rels`] = relations(related)
  }
  return archive(all)
}

function rowXml(cells: CellOfTest[], row: number): string {
  const xml = cells.map((cell, column) => {
    if (cell === null || cell === '') return ''
    const { v, t, f = 0 } = typeof cell === 'object' ? cell : { v: cell, t: undefined }
    const type = t ?? (typeof v === 'string' ? 'inlineStr' : typeof v === 'boolean' ? 'b' : 'n')
    const value =
      type === 'inlineStr'
        ? `<is><t>${escape(String(v))}</t></is>`
        : `<v>${v === true ? 1 : v === false ? 0 : escape(String(v))}</v>`
    return `<c r="${String.fromCharCode(65 + column)}${row + 1}" t="${type}" s="${f}">${value}</c>`
  })
  return `<row r="${row + 1}">${xml.join('')}</row>`
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const WORD_NAMES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

/** A Word document: what stands in its body, and its other parts without their outer element. */
export function wordFile(
  body: string,
  {
    styles = '',
    numbering = '',
    others = [],
    prefix = 'w',
  }: {
    styles?: string
    numbering?: string
    /** Type, target and XML of parts that the document refers to, by ids `x0`, `x1`. */
    others?: [type: string, target: string, xml: string][]
    prefix?: string
  } = {},
): Promise<Uint8Array> {
  const part = (name: string, inner: string) => {
    const xml = `<w:${name} ${WORD_NAMES}>${inner}</w:${name}>`
    return prefix === 'w'
      ? xml
      : xml.replace(/(<\/?|[ ]|xmlns:)w:/g, `$1${prefix}:`).replace('xmlns:w=', `xmlns:${prefix}=`)
  }
  return archive({
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    'word/styles.xml': part('styles', styles),
    'word/numbering.xml': part('numbering', numbering),
    'word/_rels/document.xml.rels': relations([
      ['s', 'styles', 'styles.xml'],
      ['n', 'numbering', 'numbering.xml'],
      ...others.map(([type, target], i) => [`x${i}`, type, target] as [string, string, string]),
    ]),
    ...Object.fromEntries(
      others.map(([, target, xml]) => [
        `word/${target}`,
        xml.replace(/^<[\w:]+/, (open) => `${open} ${WORD_NAMES}`),
      ]),
    ),
  })
}
