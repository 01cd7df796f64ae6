import { extname } from 'node:path'
import type { Loader } from '../types'
import { UNSTRUCTURED_FORMATS, type Format } from './formats'
import { inReadableTexts } from './longText'
import { oldOffice } from './oldOffice'
import { checked } from './sniff'
import { readRaisedSigns } from './superscript'
import type { UnstructuredSettings } from './unstructured'

/** A loader whose libraries are loaded when the first file of its kind comes: together they take seconds. */
const later = (load: () => Promise<Loader>): Loader =>
  async function* (file, signal, limits) {
    yield* (await load())(file, signal, limits)
  }

const loadPdf = later(async () => (await import('./pdf')).loadPdf)

const formats = (loaders: ReadonlyMap<string, Loader>): readonly (readonly [extension: Format, Loader])[] => [
  ['.md', later(async () => (await import('./markdown')).loadMarkdown)],
  ['.markdown', later(async () => (await import('./markdown')).loadMarkdown)],
  ['.mdx', later(async () => (await import('./mdx')).loadMdx)],
  ['.html', later(async () => (await import('./html')).loadHtml)],
  ['.htm', later(async () => (await import('./html')).loadHtml)],
  ['.pdf', loadPdf],
  ['.docx', later(async () => (await import('./docx')).loadDocx)],
  ['.pptx', later(async () => (await import('./pptx')).loadPptx)],
  ['.xlsx', later(async () => (await import('./xlsx')).loadXlsx)],
  ['.odt', later(async () => (await import('./odt')).loadOdt)],
  ['.rtf', later(async () => (await import('./rtf')).loadRtf)],
  [
    '.eml',
    later(async () =>
      (await import('./eml')).emlLoader(({ name }) => loaders.get(extname(name).toLowerCase())),
    ),
  ],
  ['.csv', later(async () => (await import('./csv')).loadCsv)],
  ['.jsonl', later(async () => (await import('./jsonl')).loadJsonl)],
  ['.txt', later(async () => (await import('./text')).loadText)],
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
  const elsewhere = later(async () => (await import('./unstructured')).unstructuredLoader(unstructured))
  for (const extension of UNSTRUCTURED_FORMATS) loaders.set(extension, elsewhere)
  const recognised = later(async () =>
    (await import('./unstructured')).withTextRecognition(loadPdf, elsewhere),
  )
  loaders.set('.pdf', checked('.pdf', recognised))
  return loaders
}

/** The loaders that need nothing but this machine. */
export const LOADERS = createLoaders()
