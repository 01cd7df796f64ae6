import type { CheerioAPI } from 'cheerio'

/** What a paragraph or a run is told by its style. */
export interface WordStyle {
  name: string
  basedOn: string
  /** From 0; a heading's rank. */
  outline: number | null
  numbering: { id: string; level: number } | null
  hidden: boolean | null
}

export type WordStyles = ReadonlyMap<string, WordStyle>

/** Styles by their ids, each with what it takes over from those that it is based on. */
export function readStyles(xml: CheerioAPI | null): WordStyles {
  const own = new Map<string, WordStyle>()
  for (const style of xml?.('w\\:style').toArray() ?? []) {
    const at = xml?.(style)
    const value = (selector: string) => at?.children(selector).attr('w:val')
    const paragraph = at?.children('w\\:pPr')
    const name = (value('w\\:name') ?? '').toLowerCase()
    const numId = paragraph?.find('> w\\:numPr > w\\:numId').attr('w:val')
    own.set(style.attribs['w:styleId'] ?? '', {
      name,
      basedOn: value('w\\:basedOn') ?? '',
      outline: outlineOf(name, paragraph?.children('w\\:outlineLvl').attr('w:val')),
      numbering: numId
        ? { id: numId, level: Number(paragraph?.find('> w\\:numPr > w\\:ilvl').attr('w:val') ?? 0) || 0 }
        : null,
      hidden: toggle(at?.find('> w\\:rPr > w\\:vanish').get(0)?.attribs),
    })
  }
  return new Map([...own].map(([id, style]) => [id, inherited(own, style)]))
}

/** On, off, or null where an element is not there. */
export function toggle(attributes: Record<string, string> | undefined): boolean | null {
  return attributes ? !/^(0|false|off|none)$/.test(attributes['w:val'] ?? '1') : null
}

function outlineOf(name: string, level: string | undefined): number | null {
  const said = level === undefined ? Number.NaN : Number(level)
  if (said >= 0) return said < 9 ? said : null
  const rank = /^heading (\d)$/.exec(name)?.[1]
  return rank ? Number(rank) - 1 : null
}

function inherited(all: Map<string, WordStyle>, style: WordStyle): WordStyle {
  const whole = { ...style }
  let above = all.get(style.basedOn)
  for (let steps = 0; above && steps < 12; steps++) {
    whole.outline ??= above.outline
    whole.numbering ??= above.numbering
    whole.hidden ??= above.hidden
    above = all.get(above.basedOn)
  }
  return whole
}
