import { extname } from 'node:path'
import type { Loader } from '../types'
import { loadCsv } from './csv'
import { loadDocx } from './docx'
import { emlLoader } from './eml'
import { UNSTRUCTURED_FORMATS, type Format } from './formats'
import { loadHtml } from './html'
import { loadJsonl } from './jsonl'
import { inReadableTexts } from './longText'
import { loadMarkdown } from './markdown'
import { loadMdx } from './mdx'
import { loadOdt } from './odt'
import { loadPdf } from './pdf'
import { loadPptx } from './pptx'
import { oldOffice } from './oldOffice'
import { loadRtf } from './rtf'
import { checked } from './sniff'
import { readRaisedSigns } from './superscript'
import { loadText } from './text'
import { unstructuredLoader, type UnstructuredSettings, withTextRecognition } from './unstructured'
import { loadXlsx } from './xlsx'

const formats = (loaders: ReadonlyMap<string, Loader>): readonly (readonly [extension: Format, Loader])[] => [
  ['.md', loadMarkdown],
  ['.markdown', loadMarkdown],
  ['.mdx', loadMdx],
  ['.html', loadHtml],
  ['.htm', loadHtml],
  ['.pdf', loadPdf],
  ['.docx', loadDocx],
  ['.pptx', loadPptx],
  ['.xlsx', loadXlsx],
  ['.odt', loadOdt],
  ['.rtf', loadRtf],
  ['.eml', emlLoader(({ name }) => loaders.get(extname(name).toLowerCase()))],
  ['.csv', loadCsv],
  ['.jsonl', loadJsonl],
  ['.txt', loadText],
  ['.doc', oldOffice('a Word document of before 2007')],
  ['.ppt', oldOffice('a presentation of before 2007')],
  ['.xls', oldOffice('a workbook of before 2007')],
]

/** Signs that are raised by themselves never lengthen a number, in whatever format they stand ("19⁹⁹", "14¹ days"). */
const readingRaised = (load: Loader): Loader =>
  async function* (file, signal) {
    for await (const part of load(file, signal))
      yield 'markdown' in part ? { ...part, markdown: readRaisedSigns(part.markdown) } : part
  }

/**
 * Which loader reads a file, by its extension in lower case; each looks at the bytes first (sniff.ts). A new format is
 * one file and one line here and in formats.ts. With a server of Unstructured, what is not read here is sent there: see unstructured.ts.
 */
export function createLoaders({ unstructured }: { unstructured?: UnstructuredSettings } = {}): ReadonlyMap<
  string,
  Loader
> {
  const loaders = new Map<string, Loader>()
  for (const [extension, load] of formats(loaders))
    loaders.set(extension, checked(extension, inReadableTexts(readingRaised(load))))
  if (!unstructured) return loaders
  const elsewhere = unstructuredLoader(unstructured)
  for (const extension of UNSTRUCTURED_FORMATS) loaders.set(extension, elsewhere)
  loaders.set('.pdf', checked('.pdf', withTextRecognition(loadPdf, elsewhere)))
  return loaders
}

/** The loaders that need nothing but this machine. */
export const LOADERS = createLoaders()
