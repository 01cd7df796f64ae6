import { type CheerioAPI, load } from 'cheerio'

/** Parses XML. Entities of its own are never expanded, and nothing outside the text is fetched. */
export const parseXml = (xml: string): CheerioAPI => load(xml, { xml: true })

const elementsOf = (xml: CheerioAPI) => xml.root().children().toArray()

export type XmlElement = ReturnType<typeof elementsOf>[number]

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Attributes for a cell over several columns or rows; none for one. */
export const spans = ({ across, down }: { across: string | undefined; down: string | undefined }): string =>
  `${Number(across) > 1 ? ` colspan="${Number(across)}"` : ''}${Number(down) > 1 ? ` rowspan="${Number(down)}"` : ''}`
