import { extname } from 'node:path/posix'
import type { Fetched } from './guardedFetch'

/** Which loader reads what came: what the server calls it, and where it says nothing definite, the address's own ending. */
export function extensionOf({ url, headers }: Pick<Fetched, 'url' | 'headers'>): string {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  const ending = endingOf(url)
  if (type === 'text/plain') return TEXT_ENDINGS.has(ending) ? ending : '.txt'
  return EXTENSIONS[type] ?? (ending || '.html')
}

/** The ending of an address where it is a document's: `/terms.pdf` is '.pdf', `/terms` and `/terms.php` are ''. */
export function endingOf(url: URL): string {
  const ending = extname(url.pathname).toLowerCase()
  return DOCUMENTS.has(ending) ? ending : ''
}

const OPEN_XML = 'application/vnd.openxmlformats-officedocument'
const EXTENSIONS: Record<string, string> = {
  'text/html': '.html',
  'application/xhtml+xml': '.html',
  'text/markdown': '.md',
  'text/csv': '.csv',
  'application/pdf': '.pdf',
  'application/rtf': '.rtf',
  'text/rtf': '.rtf',
  'message/rfc822': '.eml',
  'application/jsonl': '.jsonl',
  'application/x-ndjson': '.jsonl',
  'application/msword': '.doc',
  'application/vnd.ms-excel': '.xls',
  'application/vnd.ms-powerpoint': '.ppt',
  'application/vnd.oasis.opendocument.text': '.odt',
  [`${OPEN_XML}.wordprocessingml.document`]: '.docx',
  [`${OPEN_XML}.spreadsheetml.sheet`]: '.xlsx',
  [`${OPEN_XML}.presentationml.presentation`]: '.pptx',
}
const TEXT_ENDINGS = new Set(['.md', '.markdown', '.mdx', '.csv', '.jsonl', '.txt'])
const DOCUMENTS = new Set([...Object.values(EXTENSIONS), ...TEXT_ENDINGS, '.htm'])

/** A text in the character set that its server named, in UTF-8: a loader sees the bytes alone. Others stay as they are. */
export function inUtf8({ headers, bytes }: Pick<Fetched, 'headers' | 'bytes'>): Uint8Array {
  const [, charset = 'utf-8'] =
    /^text\/.*;\s*charset="?([\w-]+)/i.exec(headers.get('content-type') ?? '') ?? []
  if (/^(utf-?8|us-ascii)$/i.test(charset)) return bytes
  try {
    const decoder = new TextDecoder(charset, { fatal: true })
    // As a stream, because Node 20 decodes Windows-1252 in one go as Latin-1.
    return new TextEncoder().encode(decoder.decode(bytes, { stream: true }) + decoder.decode())
  } catch {
    return bytes
  }
}
