import type { CheerioAPI } from 'cheerio'
import type JSZip from 'jszip'
import type { Omissions } from '../../omissions'
import { graphicHtml } from '../ooxml/graphics'
import { mainPart, readOfficeXml, relationsOf, type Relation } from '../ooxml/parts'
import { bodyToHtml } from './blocks'
import type { WordContext } from './context'
import { FieldTracker } from './fields'
import { WordNumbering } from './numbering'
import { readStyles } from './styles'

type NoteKind = 'footnote' | 'endnote'

/** A Word document as HTML: what a reader of its pages sees, and its notes at the end. Null when it has no text part. */
export async function wordToHtml(archive: JSZip, omissions: Omissions): Promise<string | null> {
  const path = await mainPart(archive, 'word/document.xml')
  const xml = await readOfficeXml(archive, path)
  const [body] = xml?.('w\\:body').toArray() ?? []
  if (!xml || !body) return null
  const relations = await relationsOf(archive, path)
  const partOf = async (type: string) => {
    const target = relations.find((relation) => relation.type === type && !relation.external)?.target
    return target ? readOfficeXml(archive, target) : null
  }
  const notes = { footnote: await partOf('footnotes'), endnote: await partOf('endnotes') }
  const asked: { kind: NoteKind; id: string }[] = []
  const context: WordContext = {
    xml,
    styles: readStyles(await partOf('styles')),
    numbering: new WordNumbering(await partOf('numbering')),
    fields: new FieldTracker(),
    omissions,
    links: linksOf(relations),
    graphics: await graphicsOf(archive, relations),
    noteNumber: (kind, id) => {
      const known = asked.findIndex((note) => note.kind === kind && note.id === id)
      return known >= 0 ? known + 1 : asked.push({ kind, id })
    },
  }
  const html = bodyToHtml(context, body)
  await countUnread(archive, relations, omissions)
  return [html, ...notesToHtml({ context, notes, asked })].join('\n')
}

/** Notes may refer to notes, so the list may grow while it is read. */
function notesToHtml(given: {
  context: WordContext
  notes: Record<NoteKind, CheerioAPI | null>
  asked: { kind: NoteKind; id: string }[]
}): string[] {
  const { context, notes, asked } = given
  const told: string[] = []
  for (let i = 0; i < asked.length && i < 5_000; i++) {
    const { kind, id } = asked[i] ?? { kind: 'footnote', id: '' }
    const xml = notes[kind]
    const [note] =
      xml?.(`w\\:${kind}`)
        .filter((_, { attribs }) => attribs['w:id'] === id)
        .toArray() ?? []
    if (!xml || !note) continue
    const html = bodyToHtml({ ...context, xml, fields: new FieldTracker() }, note)
    told.push(html.replace(/^<p>/, `<p>[${i + 1}] `))
  }
  return told
}

const linksOf = (relations: Relation[]) =>
  new Map(relations.flatMap(({ id, type, target }) => (type === 'hyperlink' ? [[id, target] as const] : [])))

async function graphicsOf(archive: JSZip, relations: Relation[]): Promise<Map<string, string>> {
  const graphics = new Map<string, string>()
  for (const relation of relations) {
    const html = await graphicHtml(archive, relation)
    if (html) graphics.set(relation.id, html)
  }
  return graphics
}

/** Comments, headers and footers are no part of the text; that they were there is told. */
async function countUnread(archive: JSZip, relations: Relation[], omissions: Omissions): Promise<void> {
  for (const { type, target, external } of relations) {
    if (external || !/^(comments|header|footer)$/.test(type)) continue
    const xml = await readOfficeXml(archive, target)
    if (!xml) continue
    if (type === 'comments')
      for (const comment of xml('w\\:comment').toArray()) omissions.add('comments', xml(comment).text())
    else {
      const words = xml('w\\:t').text().trim()
      if (/\p{L}{2}/u.test(words)) omissions.add('headers_footers', words)
    }
  }
}
