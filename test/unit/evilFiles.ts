import { deflateSync } from 'node:zlib'
import { archive } from './officeFiles'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const times = (text: string, count: number) => text.repeat(count)

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A workbook of one cell, with whatever else its sheet says. */
export const sheetWith = (rest: string): Promise<Uint8Array> =>
  archive({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Question</t></is></c><c r="B1" t="inlineStr"><is><t>Answer</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>May I return it?</t></is></c><c r="B2" t="inlineStr"><is><t>Within 30 days.</t></is></c></row></sheetData>${rest}</worksheet>`,
  })

/** A workbook whose one merged range covers the whole sheet. */
export const mergedOverTheSheet = () =>
  sheetWith('<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>')

/** A workbook with a drop-down over whole columns. */
export const dropDownOverColumns = () =>
  sheetWith(
    '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"Yes,No"</formula1></dataValidation></dataValidations>',
  )

/** A PDF of a few kilobytes with so many drawing operators. */
export function pdfOfOperators(count: number): Uint8Array {
  const content = deflateSync(
    Buffer.from(`BT /F1 12 Tf 72 700 Td (Kettles.) Tj ET\n${times('q Q\n', count / 2)}`),
  )
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    null,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  for (const [i, object] of objects.entries()) {
    const body = object
      ? Buffer.from(object)
      : Buffer.concat([
          Buffer.from(`<</Length ${content.length}/Filter/FlateDecode>>stream\n`),
          content,
          Buffer.from('\nendstream'),
        ])
    parts.push(Buffer.from(`${i + 1} 0 obj`), body, Buffer.from('\nendobj\n'))
  }
  parts.push(Buffer.from('trailer<</Root 1 0 R/Size 6>>\n%%EOF'))
  return new Uint8Array(Buffer.concat(parts))
}

/** A Word document of so many paragraphs. */
export const documentOfParagraphs = (count: number): Promise<Uint8Array> =>
  archive({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${times('<w:p><w:r><w:t>a</w:t></w:r></w:p>', count)}</w:body></w:document>`,
  })

/** A page of so many paragraphs, as any long page may have. */
export const pageOfParagraphs = (count: number): Uint8Array =>
  bytesOf(
    `<html><body><h1>Terms</h1>${Array.from({ length: count }, (_, i) => `<p>Clause ${i} holds.</p>`).join('')}</body></html>`,
  )

/** Elements inside each other, never closed. */
export const nestedHtml = (bytes: number, tag = '<div>'): Uint8Array =>
  bytesOf(`<html><body>${times(tag, bytes / tag.length)}Kettles are covered.</body></html>`)

/** An archive that unfolds to so many bytes of XML. */
export const zipBomb = (bytes: number): Promise<Uint8Array> =>
  archive({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document>${times('a', bytes)}</w:document>`,
  })

/** Texts that send patterns and parsers astray: long runs of what may begin something. */
export const strayTexts = (length: number): Record<string, Uint8Array> =>
  Object.fromEntries(
    Object.entries({
      'brackets.md': times('[', length),
      'images.md': times('![a](', length / 5),
      'emphasis.md': times('*a_', length / 3),
      'quotes.md': `${times('> ', length / 2)}a`,
      'lists.md': Array.from({ length: Math.sqrt(length) }, (_, i) => `${'  '.repeat(i)}- a`).join('\n'),
      'fences.md': times('```\na\n~~~\n', length / 10),
      'tables.md': times('<table>\n', length / 8),
      'tags.md': times('<a ', length / 3),
      'comments.md': times('<!-- ', length / 5),
      'liquid.md': times('{% raw %}', length / 9),
      'liquidComments.html': times('{% comment %}', length / 13),
      'spaces.txt': `a${times(' ', length)}b`,
      'newlines.txt': `a${times('\n\t', length / 2)}b`,
      'frontMatter.md': `---\n${times('- ', length / 2)}\n---\nText`,
      'braces.mdx': `# A\n\n${times('{', length)}`,
      'jsx.mdx': `# A\n\n${times('<A ', length / 3)}`,
      'tables.html': `<html><body>${times('<table><tr><td>', length / 15)}a</body></html>`,
      'lists.html': `<html><body>${times('<ul><li>', length / 8)}a</body></html>`,
      'links.html': `<html><body>${times('<a href=x><p>', length / 13)}a</body></html>`,
      'breaks.html': `<html><body>a${times('<br> ', length / 5)}b</body></html>`,
      'groups.rtf': `{\\rtf1 ${times('{', length)}a`,
      'quotes.csv': `question,answer\n${times('"', length)}`,
      'quotes.eml': `Subject: a\n\n${times('> ', length / 2)}\n${times('On a, b wrote:\n', length / 15)}`,
      'headers.eml': `${times('Subject: a\n', length / 11)}\n\ntext`,
    }).map(([name, text]) => [name, bytesOf(text)]),
  )
