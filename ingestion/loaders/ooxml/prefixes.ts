import type { CheerioAPI } from 'cheerio'
import type { XmlElement } from '../xml'

/**
 * Renames elements and attributes to the prefixes that everybody writes, because a prefix is the writer's choice and only
 * its namespace means something. The namespaces of "strict" files mean the same.
 */
export function canonicalPrefixes(xml: CheerioAPI): CheerioAPI {
  const usual = (element: XmlElement, bound: Bindings): void => {
    const own = bindingsOf(element, bound)
    element.name = renamed(element.name, own, true)
    for (const [name, value] of Object.entries(element.attribs)) {
      const better = renamed(name, own, false)
      if (better === name || name.startsWith('xmlns')) continue
      delete element.attribs[name]
      element.attribs[better] = value
    }
    for (const child of element.children) if (child.type === 'tag') usual(child, own)
  }
  for (const root of xml.root().children().toArray()) usual(root, new Map())
  return xml
}

/** What each prefix stands for where an element is; '' for none. */
type Bindings = ReadonlyMap<string, string>

function bindingsOf(element: XmlElement, outer: Bindings): Bindings {
  const declared = Object.entries(element.attribs).filter(([name]) => /^xmlns(:|$)/.test(name))
  if (declared.length === 0) return outer
  return new Map([...outer, ...declared.map(([name, value]) => [name.slice(6), value] as const)])
}

function renamed(name: string, bound: Bindings, isElement: boolean): string {
  const colon = name.indexOf(':')
  const prefix = name.slice(0, Math.max(0, colon))
  // An attribute without a prefix is its element's own.
  if (colon < 0 && !isElement) return name
  const better = PREFIXES.get(familyOf(bound.get(prefix) ?? ''))
  return better === undefined ? name : `${better}${name.slice(colon + 1)}`
}

/** The part of a namespace's address that the transitional and the strict one share. */
const familyOf = (namespace: string) =>
  namespace
    .replace(/^http:\/\/schemas\.openxmlformats\.org\//, '')
    .replace(/^http:\/\/purl\.oclc\.org\/ooxml\//, '')
    .replace(/\/(2006\/)?main$/, '')
    .replace(/\/2006(?=\/|$)/, '')

const PREFIXES = new Map(
  Object.entries({
    wordprocessingml: 'w:',
    'http://schemas.microsoft.com/office/word/2010/wordml': 'w14:',
    presentationml: 'p:',
    spreadsheetml: '',
    drawingml: 'a:',
    'drawingml/chart': 'c:',
    'drawingml/diagram': 'dgm:',
    'drawingml/wordprocessingDrawing': 'wp:',
    'drawingml/spreadsheetDrawing': 'xdr:',
    'officeDocument/math': 'm:',
    'officeDocument/relationships': 'r:',
    'markup-compatibility': 'mc:',
  }),
)
