import { posix } from 'node:path'
import type { CheerioAPI } from 'cheerio'
import type JSZip from 'jszip'
import { LoadError } from '../../src/errors'
import type { Loader } from '../types'
import { openArchive, readPart } from './archive'
import { htmlToMarkdown } from './htmlToMarkdown'
import { slideToHtml } from './pptxSlide'
import { humaniseFileName, splitTitle } from './title'
import { parseXml } from './xml'

/**
 * A presentation (.pptx): a section a slide, in the order they are shown, with its title, text, tables and notes.
 * A title slide at the start names the document. Hidden slides are left out.
 */
export const loadPptx: Loader = async function* ({ key, bytes }, signal) {
  const archive = await openArchive(bytes)
  const slides: string[] = []
  for (const [i, path] of (await slidePaths(archive)).entries()) {
    const slide = await readXml(archive, path)
    if (!slide || slide('p\\:sld').attr('show') === '0') continue
    const related = await relations(archive, path)
    const notesPath = related.find(({ type }) => type.endsWith('/notesSlide'))?.target
    const notes = notesPath ? await readXml(archive, notesPath) : null
    slides.push(slideToHtml({ slide, notes, number: i + 1, isFirst: slides.length === 0 }))
    signal.throwIfAborted()
  }
  const markdown = htmlToMarkdown(slides.join('\n'))
  const given = markdown.startsWith('# ') ? null : humaniseFileName(key)
  yield { key, ...splitTitle({ markdown, key, given }), metadata: {}, line: 1 }
}

async function slidePaths(archive: JSZip): Promise<string[]> {
  const path = 'ppt/presentation.xml'
  const presentation = await readXml(archive, path)
  if (!presentation) {
    throw new LoadError(
      'The presentation is damaged: it lists no slides. Open it in PowerPoint and save it again.',
    )
  }
  const targets = new Map((await relations(archive, path)).map(({ id, target }) => [id, target]))
  return presentation('p\\:sldId')
    .toArray()
    .flatMap((slide) => targets.get(slide.attribs['r:id'] ?? '') ?? [])
}

/** What a part refers to, by the `.rels` beside it. `target` is a path within the archive. */
async function relations(archive: JSZip, path: string) {
  const { dir, base } = posix.parse(path)
  const rels = await readXml(archive, `${dir}/_rels/${base}.rels`)
  if (!rels) return []
  return rels('Relationship')
    .toArray()
    .map(({ attribs: { Id: id = '', Type: type = '', Target: target = '' } }) => ({
      id,
      type,
      target: target.startsWith('/') ? target.slice(1) : posix.join(dir, target),
    }))
}

async function readXml(archive: JSZip, path: string): Promise<CheerioAPI | null> {
  const xml = await readPart(archive, path)
  return xml === null ? null : parseXml(xml)
}
