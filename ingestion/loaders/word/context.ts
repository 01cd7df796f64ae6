import type { CheerioAPI } from 'cheerio'
import type { Omissions } from '../../omissions'
import type { FieldTracker } from './fields'
import type { WordNumbering } from './numbering'
import type { WordStyles } from './styles'

/** What the parts of a document need to be read. */
export interface WordContext {
  /** The part that is being read: the document, or its notes. */
  xml: CheerioAPI
  styles: WordStyles
  numbering: WordNumbering
  fields: FieldTracker
  omissions: Omissions
  /** Where links lead, by their ids. */
  links: ReadonlyMap<string, string>
  /** Charts and diagrams as HTML, by their ids. */
  graphics: ReadonlyMap<string, string>
  /** Gives a note its number, in the order in which notes are referred to. */
  noteNumber: (kind: 'footnote' | 'endnote', id: string) => number
}
