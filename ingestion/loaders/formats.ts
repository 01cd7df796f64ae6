/** The extensions that the loaders here read. Apart from the registry, which loads every parser. */
export const FORMATS = [
  '.md',
  '.markdown',
  '.mdx',
  '.html',
  '.htm',
  '.pdf',
  '.docx',
  '.pptx',
  '.xlsx',
  '.odt',
  '.rtf',
  '.eml',
  '.csv',
  '.jsonl',
  '.txt',
  '.doc',
  '.ppt',
  '.xls',
] as const

export type Format = (typeof FORMATS)[number]

/** What only Unstructured reads. */
export const UNSTRUCTURED_FORMATS = '.doc .ppt .xls .msg .epub .png .jpg .jpeg .tiff .tif .heic'.split(' ')
