import type JSZip from 'jszip'
import { LoadError } from '../../src/errors'
import type { Loader } from '../types'
import { Omissions } from '../omissions'
import { openArchive } from './archive'
import { htmlToMarkdown } from './htmlToMarkdown'
import { graphicHtml } from './ooxml/graphics'
import { mainPart, readOfficeXml, relationsOf } from './ooxml/parts'
import { slideToHtml } from './pptxSlide'
import { humaniseFileName, splitTitle } from './title'

/**
 * A presentation (.pptx): a section a slide, in the order they are shown, with its title, text, tables and notes.
 * A title slide at the start names the document. Hidden slides are left out.
 */
export const loadPptx: Loader = async function* ({ key, bytes }, signal) {
  const archive = await openArchive(bytes)
  const omissions = new Omissions()
  const slides: string[] = []
  for (const [i, path] of (await slidePaths(archive)).entries()) {
    const slide = await readOfficeXml(archive, path)
    if (!slide) continue
    if (/^(0|false)$/.test(slide('p\\:sld').attr('show') ?? '')) {
      omissions.add('hidden_text', slide('a\\:t').text())
      continue
    }
    const related = await relationsOf(archive, path)
    const notesPath = related.find(({ type }) => type === 'notesSlide')?.target
    const graphics = new Map<string, string>()
    for (const relation of related) graphics.set(relation.id, await graphicHtml(archive, relation))
    for (const { type, target } of related)
      if (type === 'comments') await countComments({ archive, target, omissions })
    const notes = notesPath ? await readOfficeXml(archive, notesPath) : null
    slides.push(
      slideToHtml({ slide, notes, number: i + 1, isFirst: slides.length === 0, graphics, omissions }),
    )
    signal.throwIfAborted()
  }
  const markdown = htmlToMarkdown(slides.join('\n'))
  const given = markdown.startsWith('# ') ? null : humaniseFileName(key)
  const left = omissions.list()
  yield {
    key,
    ...splitTitle({ markdown, key, given }),
    metadata: {},
    line: 1,
    ...(left.length > 0 && { omissions: left }),
  }
}

async function countComments({
  archive,
  target,
  omissions,
}: {
  archive: JSZip
  target: string
  omissions: Omissions
}) {
  const xml = await readOfficeXml(archive, target)
  for (const comment of xml?.('*').toArray() ?? [])
    if ('name' in comment && comment.name.endsWith(':cm')) omissions.add('comments', xml?.(comment).text())
}

async function slidePaths(archive: JSZip): Promise<string[]> {
  const path = await mainPart(archive, 'ppt/presentation.xml')
  const presentation = await readOfficeXml(archive, path)
  if (!presentation) {
    throw new LoadError(
      'The presentation is damaged: it lists no slides. Open it in PowerPoint and save it again.',
    )
  }
  const targets = new Map((await relationsOf(archive, path)).map(({ id, target }) => [id, target]))
  return presentation('p\\:sldId')
    .toArray()
    .flatMap((slide) => targets.get(slide.attribs['r:id'] ?? '') ?? [])
}
