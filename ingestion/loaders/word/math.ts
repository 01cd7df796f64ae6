import type { CheerioAPI } from 'cheerio'
import { loweredText, raisedText } from '../superscript'
import type { XmlElement } from '../xml'

/** An equation (OMML) as a reader would write it on one line: "x = (a + b)/2", "√(b² − 4ac)". */
export function mathText(xml: CheerioAPI, element: XmlElement): string {
  const partOf = (name: string) => {
    const [part] = xml(element).children(`m\\:${name}`).toArray()
    return part ? mathText(xml, part) : ''
  }
  const property = (name: string, absent: string) =>
    xml(element)
      .find(`> m\\:${element.name.slice(2)}Pr > m\\:${name}`)
      .attr('m:val') ?? absent
  switch (element.name) {
    case 'm:t':
      return xml(element).text()
    case 'm:f':
      return `${grouped(partOf('num'))}/${grouped(partOf('den'))}`
    case 'm:sSup':
      return raised(partOf('e'), partOf('sup'))
    case 'm:sSub':
      return lowered(partOf('e'), partOf('sub'))
    case 'm:sSubSup':
      return raised(lowered(partOf('e'), partOf('sub')), partOf('sup'))
    case 'm:rad': {
      const degree = partOf('deg')
      return `${degree ? ({ 3: '∛', 4: '∜' }[degree] ?? `${degree}√`) : '√'}${grouped(partOf('e'))}`
    }
    case 'm:nary': {
      const [from, to] = [partOf('sub'), partOf('sup')]
      const range = `${from ? ` from ${from}` : ''}${to ? ` to ${to}` : ''}`
      return `${property('chr', '∫')}${range ? `(${range.trim()}) ` : ''}${partOf('e')}`
    }
    case 'm:d': {
      const inside = xml(element)
        .children('m\\:e')
        .toArray()
        .map((part) => mathText(xml, part))
      return `${property('begChr', '(')}${inside.join(property('sepChr', ' | '))}${property('endChr', ')')}`
    }
    case 'm:func':
      return `${partOf('fName')} ${grouped(partOf('e'))}`
    case 'm:m':
    case 'm:eqArr':
      return xml(element)
        .children('m\\:mr, m\\:e')
        .toArray()
        .map((part) => mathText(xml, part))
        .join('; ')
    case 'm:mr':
      return xml(element)
        .children('m\\:e')
        .toArray()
        .map((part) => mathText(xml, part))
        .join(', ')
    default:
      return element.name.endsWith('Pr')
        ? ''
        : xml(element)
            .children()
            .toArray()
            .map((part) => mathText(xml, part))
            .join('')
  }
}

/** In brackets where it is more than one thing. */
const grouped = (text: string) =>
  /^[\p{L}\p{N}.,]+$/u.test(text) || /^\(.*\)$/.test(text) ? text : `(${text})`

const raised = (base: string, text: string) => {
  const sign = /^[-−+]?\d{1,3}$|^n$/.test(text) ? raisedText({ before: '10', text, after: '' }) : ''
  return /^[⁰¹²³⁴-⁹⁺⁻ⁿ]+$/.test(sign)
    ? `${base}${sign}`
    : /^[1-9]$/.test(text)
      ? `${base}${DIGITS[Number(text)]}`
      : `${base}^${grouped(text)}`
}
const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

const lowered = (base: string, text: string) =>
  /^\d+$/.test(text) ? `${base}${loweredText({ before: base, text })}` : `${base}_${grouped(text)}`
