import { dingbatToUnicode } from './dingbats'
import type { XmlElement } from '../xml'
import type { WordContext } from './context'
import { mathText } from './math'
import type { Segment } from './segments'
import { toggle } from './styles'

/** What a paragraph holds: pieces of text, and blocks that are anchored in it (text boxes). */
export interface Inline {
  segments: Segment[]
  /** Elements whose paragraphs follow this one. */
  boxes: XmlElement[]
}

/** Around a paragraph's runs: its style hides them. */
interface Around {
  hidden: boolean
  href?: string
}

/** Reads what stands in a paragraph, or in anything inside one. What wraps text and is not known is looked into. */
export function readInline(context: WordContext, element: XmlElement, around: Around, into: Inline): void {
  for (const child of element.children) if (child.type === 'tag') readChild(context, child, around, into)
}

function readChild(context: WordContext, element: XmlElement, around: Around, into: Inline): void {
  const { xml, fields, omissions } = context
  switch (element.name) {
    case 'w:pPr':
    case 'w:sdtPr':
    case 'w:smartTagPr':
    case 'w:customXmlPr':
      return
    case 'w:del':
    case 'w:moveFrom':
      return omissions.add('deleted_text', xml(element).text())
    case 'w:r':
      return readRun(context, element, around, into)
    case 'w:hyperlink': {
      const href = context.links.get(element.attribs['r:id'] ?? '')
      return readInline(context, element, href ? { ...around, href } : around, into)
    }
    case 'w:fldSimple':
      fields.begin()
      fields.instruct(element.attribs['w:instr'] ?? '')
      fields.separate()
      if (!fields.inContents) readInline(context, element, around, into)
      return fields.end()
    case 'w:sdt':
      return readControl(context, element, around, into)
    case 'm:oMath':
    case 'm:oMathPara': {
      if (!around.hidden) into.segments.push({ text: mathText(xml, element).replace(/\s+/g, ' ') })
      return
    }
    case 'mc:AlternateContent': {
      const [choice] = xml(element).children('mc\\:Choice, mc\\:Fallback').toArray()
      return choice && readInline(context, choice, around, into)
    }
    default:
      return readInline(context, element, around, into)
  }
}

/** A content control: a box that is ticked or not, or text that somebody filled in. */
function readControl(context: WordContext, element: XmlElement, around: Around, into: Inline): void {
  const { xml } = context
  const box = xml(element).find('> w\\:sdtPr > w14\\:checkbox').get(0)
  const content = xml(element).children('w\\:sdtContent').toArray()
  if (box && xml(content).text().trim().length <= 1) {
    const checked = xml(box).children('w14\\:checked').get(0)
    const isChecked = checked !== undefined && /^(1|true|on)$/.test(checked.attribs['w14:val'] ?? '1')
    if (!around.hidden) into.segments.push({ text: isChecked ? '☒' : '☐' })
    return
  }
  for (const part of content) readInline(context, part, around, into)
}

function readRun(context: WordContext, run: XmlElement, around: Around, into: Inline): void {
  const { xml, styles, fields, omissions } = context
  const properties = xml(run).children('w\\:rPr')
  const is = (name: string) => toggle(properties.children(`w\\:${name}`).get(0)?.attribs)
  const style = styles.get(properties.children('w\\:rStyle').attr('w:val') ?? '')
  const hidden = is('vanish') ?? style?.hidden ?? around.hidden
  const vertical = properties.children('w\\:vertAlign').attr('w:val')
  const href = around.href ?? fields.href
  const look: Omit<Segment, 'text'> = {
    bold: is('b') ?? false,
    italic: is('i') ?? false,
    struck: (is('strike') ?? false) || (is('dstrike') ?? false),
    ...(/^(super|sub)script$/.test(vertical ?? '') && { raised: vertical as 'superscript' | 'subscript' }),
    ...(href && { href }),
  }
  const piece: Inline = { segments: [], boxes: [] }
  for (const part of run.children) if (part.type === 'tag') readPart(context, part, look, piece)
  if (hidden)
    omissions.add(
      'hidden_text',
      piece.segments.map(({ text }) => text).join(''),
      piece.segments.length > 0 ? 1 : 0,
    )
  else {
    into.segments.push(...piece.segments)
    into.boxes.push(...piece.boxes)
  }
}

type Look = Omit<Segment, 'text'>

function readPart(context: WordContext, part: XmlElement, look: Look, into: Inline): void {
  const { xml, fields } = context
  const say = (text: string) => {
    if (fields.visible && !fields.inContents) into.segments.push({ ...look, text })
  }
  switch (part.name) {
    case 'w:t':
      return say(xml(part).text())
    case 'w:tab':
    case 'w:ptab':
      return say(' ')
    case 'w:br':
    case 'w:cr':
      return /^(page|column)$/.test(part.attribs['w:type'] ?? '') ? undefined : say('\n')
    case 'w:noBreakHyphen':
      return say('-')
    case 'w:sym':
      return say(dingbatToUnicode(part.attribs['w:font'] ?? '', part.attribs['w:char'] ?? ''))
    case 'w:fldChar':
      return readFieldChar(context, part, say)
    case 'w:instrText':
      return fields.instruct(xml(part).text())
    case 'w:footnoteReference':
    case 'w:endnoteReference': {
      const kind = part.name === 'w:footnoteReference' ? 'footnote' : 'endnote'
      into.segments.push({ text: ` [${context.noteNumber(kind, part.attribs['w:id'] ?? '')}]` })
      return
    }
    case 'w:ruby':
      for (const base of xml(part).children('w\\:rubyBase').toArray())
        readInline(context, base, { hidden: false }, into)
      return
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      return readDrawing(context, part, into)
    case 'mc:AlternateContent': {
      const [choice] = xml(part).children('mc\\:Choice, mc\\:Fallback').toArray()
      for (const inner of choice?.children ?? [])
        if (inner.type === 'tag') readPart(context, inner, look, into)
    }
  }
}

function readFieldChar(context: WordContext, part: XmlElement, say: (text: string) => void): void {
  const { xml, fields } = context
  const type = part.attribs['w:fldCharType']
  if (type === 'separate') return fields.separate()
  if (type === 'end') return fields.end()
  const data = xml(part).children('w\\:ffData')
  const box = data.children('w\\:checkBox')
  if (box.length > 0) {
    const said = box.children('w\\:checked').get(0) ?? box.children('w\\:default').get(0)
    say(toggle(said?.attribs) ? '☒' : '☐')
  }
  const choices = data.children('w\\:ddList')
  if (choices.length > 0) {
    const at = Number(
      choices.children('w\\:result').attr('w:val') ?? choices.children('w\\:default').attr('w:val') ?? 0,
    )
    say(choices.children('w\\:listEntry').eq(at).attr('w:val') ?? '')
  }
  fields.begin()
}

/** Pictures leave the words that describe them; charts and diagrams what they say; text boxes their paragraphs. */
function readDrawing(context: WordContext, drawing: XmlElement, into: Inline): void {
  const { xml, graphics, omissions } = context
  const boxes = xml(drawing).find('w\\:txbxContent').toArray()
  into.boxes.push(
    ...boxes.filter((box) => xml(box).parentsUntil(drawing).filter('w\\:txbxContent').length === 0),
  )
  const found = xml(drawing).find('dgm\\:relIds, c\\:chart').toArray()
  const figures = found.flatMap(({ attribs }) => graphics.get(attribs['r:dm'] ?? attribs['r:id'] ?? '') ?? [])
  for (const html of figures) into.segments.push({ text: '', html })
  if (boxes.length > 0 || figures.length > 0) return
  const words = (
    xml(drawing).find('wp\\:docPr').attr('descr') ??
    xml(drawing).find('v\\:shape').attr('alt') ??
    ''
  ).trim()
  omissions.add(words ? 'images' : 'images_without_alt', words)
  if (words) into.segments.push({ text: ` ${words} ` })
}
