import type { CheerioAPI } from 'cheerio'
import { getFormatFromId } from 'numfmt'

/** How the cells of one style are shown. */
export interface CellFormat {
  /** A number format as Excel writes it; '' for none. */
  pattern: string
  /** TRUE and FALSE are shown as a box that is ticked or not. */
  checkbox: boolean
}

/** The formats that cells refer to by number. */
export function readFormats(styles: CheerioAPI | null): CellFormat[] {
  if (!styles) return []
  const own = new Map(
    styles('numFmts > numFmt')
      .toArray()
      .map(({ attribs }) => [Number(attribs['numFmtId']), attribs['formatCode'] ?? '']),
  )
  return styles('cellXfs > xf')
    .toArray()
    .map((xf) => {
      const id = Number(xf.attribs['numFmtId'] ?? 0)
      const checkbox = styles(xf)
        .find('extLst *')
        .is((_, { name }) => name.endsWith('xfComplement'))
      return { pattern: own.get(id) ?? getFormatFromId(id, 'en') ?? '', checkbox }
    })
}
