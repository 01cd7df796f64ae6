import type { XmlElement } from '../xml'
import type { WordContext } from './context'
import { type Block, blocksToHtml } from './lists'
import type { ListLabel } from './numbering'
import { type Inline, readInline } from './runs'
import { type Segment, segmentsToHtml } from './segments'
import type { WordStyle } from './styles'
import { tableToHtml } from './tables'

/** What stands in a body, a cell, a note or a text box, as HTML. */
export function bodyToHtml(context: WordContext, body: XmlElement): string {
  const state: State = { blocks: [], carried: [] }
  readBlocks(context, body, state)
  return blocksToHtml(state.blocks)
}

interface State {
  blocks: Block[]
  /** Of a paragraph whose end was deleted: it goes on in the next. */
  carried: Segment[]
}

function readBlocks(context: WordContext, parent: XmlElement, state: State): void {
  const { xml, omissions } = context
  for (const child of parent.children) {
    if (child.type !== 'tag') continue
    if (child.name === 'w:p') readParagraph(context, child, state)
    else if (child.name === 'w:tbl')
      state.blocks.push({ html: tableToHtml(context, child, (cell) => bodyToHtml(context, cell)) })
    else if (child.name === 'w:del' || child.name === 'w:moveFrom')
      omissions.add('deleted_text', xml(child).text())
    else if (child.name === 'w:altChunk')
      omissions.add('other', 'text that stands in a file inside the document')
    else if (/^(w:sdtPr|w:sectPr|w:customXmlPr|w:tcPr)$/.test(child.name) || isContents(context, child))
      continue
    else if (child.name === 'mc:AlternateContent') {
      const [choice] = xml(child).children('mc\\:Choice, mc\\:Fallback').toArray()
      if (choice) readBlocks(context, choice, state)
    } else readBlocks(context, child, state)
  }
}

/** A list of contents repeats the headings. */
const isContents = ({ xml }: WordContext, element: XmlElement) =>
  element.name === 'w:sdt' &&
  /table of contents/i.test(
    xml(element).find('> w\\:sdtPr > w\\:docPartObj > w\\:docPartGallery').attr('w:val') ?? '',
  )

function readParagraph(context: WordContext, paragraph: XmlElement, state: State): void {
  const { xml, styles } = context
  const properties = xml(paragraph).children('w\\:pPr')
  const style = styles.get(properties.children('w\\:pStyle').attr('w:val') ?? '')
  const inline: Inline = { segments: [...state.carried], boxes: [] }
  state.carried = []
  const inContents = context.fields.inContents
  readInline(context, paragraph, { hidden: style?.hidden ?? false }, inline)
  const mark = properties.children('w\\:rPr')
  // The end of a paragraph that was deleted, or is hidden, ends nothing.
  if (mark.children('w\\:del, w\\:moveFrom').length > 0) state.carried = inline.segments
  else if (!inContents && !/^toc (\d|heading)/.test(style?.name ?? '')) {
    const outline = outlineOf(properties.children('w\\:outlineLvl').attr('w:val'), style)
    const label = labelOf(context, properties.children('w\\:numPr').get(0), style)
    pushParagraph({ inline, outline, label, isTitle: style?.name === 'title' }, state)
  }
  for (const box of inline.boxes) state.blocks.push({ html: bodyToHtml(context, box) })
}

function outlineOf(own: string | undefined, style: WordStyle | undefined): number | null {
  if (own === undefined) return style?.outline ?? null
  return Number(own) < 9 ? Number(own) : null
}

function labelOf(
  { xml, numbering }: WordContext,
  own: XmlElement | undefined,
  style: WordStyle | undefined,
): (ListLabel & { level: number }) | null {
  const value = (name: string) => (own ? xml(own).children(name).attr('w:val') : undefined)
  const id = value('w\\:numId') ?? style?.numbering?.id
  const level = Number(value('w\\:ilvl') ?? style?.numbering?.level ?? 0) || 0
  const label = id && id !== '0' ? numbering.next(id, level) : null
  return label && { ...label, level }
}

interface ReadParagraph {
  inline: Inline
  outline: number | null
  label: (ListLabel & { level: number }) | null
  isTitle: boolean
}

function pushParagraph({ inline, outline, label, isTitle }: ReadParagraph, { blocks }: State): void {
  const heading = outline !== null || isTitle
  const html = segmentsToHtml(inline.segments, { plain: heading }).replace(/\n/g, heading ? ' ' : '<br>')
  if (!html.replace(/<br>/g, '').trim()) return
  const said = label?.kind === 'number' ? `${label.text} ${html}` : html
  if (heading) {
    const level = isTitle ? 1 : Math.min(6, (outline ?? 0) + 1)
    blocks.push({ html: `<h${level}>${said}</h${level}>` })
  } else if (!label || label.kind === 'none') blocks.push({ html: `<p>${html}</p>` })
  else if (label.kind === 'bullet') blocks.push({ html, item: { level: label.level, ordinal: null } })
  else if (label.ordinal !== null)
    blocks.push({ html, item: { level: label.level, ordinal: label.ordinal, label: label.text } })
  else blocks.push({ html: said, item: { level: label.level, ordinal: null } })
}
