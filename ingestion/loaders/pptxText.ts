import type { CheerioAPI } from 'cheerio'
import { loweredText, raisedText } from './superscript'
import { mathText } from './word/math'
import { escapeHtml, type XmlElement } from './xml'

/** The paragraphs of a shape or a table's cell as HTML: `bulleted` where the layout makes a list of them. */
export function paragraphsToHtml(
  slide: CheerioAPI,
  holder: XmlElement,
  { bulleted }: { bulleted: boolean },
): string {
  const paragraphs = slide(holder)
    .find('> p\\:txBody > a\\:p, > a\\:txBody > a\\:p')
    .toArray()
    .map((paragraph) => readParagraph(slide, paragraph, bulleted))
    .filter(({ html }) => html.trim())
  // One line in a placeholder made for a list is a sentence, not a list.
  if (paragraphs.length === 1 && bulleted) return `<p>${paragraphs[0]?.html ?? ''}</p>`
  return nest(paragraphs)
}

/** A shape's words on one line. */
export const wordsOf = (slide: CheerioAPI, shape: XmlElement): string =>
  slide(shape)
    .find('> p\\:txBody > a\\:p')
    .toArray()
    .map((paragraph) => runsOf(slide, paragraph, () => ' '))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()

interface Paragraph {
  html: string
  /** Null for a paragraph that is no item of a list. */
  list: 'ul' | 'ol' | null
  /** How deep, from 0. */
  level: number
}

function readParagraph(slide: CheerioAPI, paragraph: XmlElement, bulleted: boolean): Paragraph {
  const properties = slide(paragraph).children('a\\:pPr')
  const has = (name: string) => properties.children(name).length > 0
  const numbered = has('a\\:buAutoNum')
  const marked = numbered || has('a\\:buChar') || has('a\\:buBlip') || (bulleted && !has('a\\:buNone'))
  return {
    html: runsOf(slide, paragraph, () => '<br>', escapeHtml),
    list: marked ? (numbered ? 'ol' : 'ul') : null,
    level: Math.min(8, Number(properties.attr('lvl') ?? 0) || 0),
  }
}

function runsOf(
  slide: CheerioAPI,
  paragraph: XmlElement,
  lineBreak: () => string,
  escape: (text: string) => string = (text) => text,
): string {
  const runs = slide(paragraph).children('a\\:r, a\\:fld, a\\:br, a14\\:m, mc\\:AlternateContent').toArray()
  let before = ''
  return runs
    .map((run, i) => {
      if (run.name === 'a:br') return lineBreak()
      const [math] = slide(run).find('m\\:oMath').toArray()
      if (math) return escape(mathText(slide, math))
      const text = slide(run).children('a\\:t').text()
      const baseline = Number(slide(run).children('a\\:rPr').attr('baseline') ?? 0)
      const after = slide(runs[i + 1])
        .children('a\\:t')
        .text()
        .slice(0, 20)
      const told =
        baseline > 0
          ? raisedText({ before: before.slice(-40), text, after })
          : baseline < 0
            ? loweredText({ before: before.slice(-40), text })
            : text
      before += told
      return escape(told)
    })
    .join('')
}

/** Items with their levels, as lists within lists. */
function nest(paragraphs: Paragraph[]): string {
  const open: string[] = []
  const close = () => `</li></${open.pop()}>`
  let html = ''
  for (const { html: text, list, level } of paragraphs) {
    const depth = list ? level + 1 : 0
    while (open.length > depth) html += close()
    if (list && open.length === depth && open.at(-1) !== list) html += close()
    if (!list) {
      html += `<p>${text}</p>\n`
      continue
    }
    html += open.length === depth ? '</li><li>' : ''
    while (open.length < depth) {
      open.push(list)
      html += `<${list}><li>`
    }
    html += text
  }
  while (open.length > 0) html += close()
  return html
}
