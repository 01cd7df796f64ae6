import { basename } from 'node:path/posix'
import { z } from 'zod'
import { LoadError } from '../../src/errors'
import { withTimeLimit } from '../../src/timeLimit'
import type { Loader } from '../types'
import { htmlToMarkdown } from './htmlToMarkdown'
import { ScannedPdfError } from './pdf'
import { plainToMarkdown } from './text'
import { splitTitle } from './title'

/** A server of Unstructured's partition API: theirs, or one's own. */
export interface UnstructuredSettings {
  url: string
  apiKey?: string
  /** For one file, with its retries (default 5 minutes). */
  maxMilliseconds?: number
}

/** Has a file read by Unstructured, with text recognition where it takes that. The file leaves this machine. */
export function unstructuredLoader(settings: UnstructuredSettings): Loader {
  const { maxMilliseconds = 300_000 } = settings
  return async function* ({ key, bytes }, signal) {
    const elements = await withTimeLimit({ ms: maxMilliseconds, signals: [signal] }, (limit) =>
      partition(settings, { key, bytes, signal: limit.signal }).catch((error: unknown) => {
        signal.throwIfAborted()
        if (limit.isOver()) throw new LoadError('Unstructured took too long over the file. Split it.')
        throw explain(error)
      }),
    )
    const markdown = toMarkdown(elements)
    if (!markdown)
      throw new LoadError('Unstructured found no text in the file. Is it a picture without words?')
    yield { key, ...splitTitle({ markdown, key }), metadata: {}, line: 1 }
  }
}

/** A PDF is read here; one without text is sent on. */
export const withTextRecognition = (load: Loader, elsewhere: Loader): Loader =>
  async function* (file, signal) {
    try {
      yield* load(file, signal)
    } catch (error) {
      if (!(error instanceof ScannedPdfError)) throw error
      yield* elsewhere(file, signal)
    }
  }

const elementSchema = z.object({
  type: z.string(),
  text: z.string().default(''),
  metadata: z
    .object({ category_depth: z.number().nullish(), text_as_html: z.string().nullish() })
    .default({}),
})
type Element = z.infer<typeof elementSchema>

interface Sent {
  key: string
  bytes: Uint8Array
  signal: AbortSignal
}

async function partition(
  { url, apiKey }: UnstructuredSettings,
  { key, bytes, signal }: Sent,
): Promise<Element[]> {
  // Loaded when it is first needed: it takes half a second, and most installations never do.
  const { UnstructuredClient } = await import('unstructured-client')
  const { Strategy } = await import('unstructured-client/sdk/models/shared')
  const client = new UnstructuredClient({
    serverURL: url,
    ...(apiKey && { security: { apiKeyAuth: apiKey } }),
  })
  const files = { content: bytes, fileName: basename(key) }
  const answer = await client.general.partition(
    { partitionParameters: { files, strategy: Strategy.Auto, splitPdfPage: false } },
    { fetchOptions: { signal }, retries: RETRIES, retryCodes: ['429', '502', '503', '504'] },
  )
  const parsed = z.array(elementSchema).safeParse(answer)
  if (!parsed.success) throw new LoadError(NOT_UNSTRUCTURED)
  return parsed.data
}

const NOT_UNSTRUCTURED = 'UNSTRUCTURED_API_URL answered other than Unstructured does. Check it.'

/** Retry-After goes before these, up to `maxInterval`. */
const RETRIES = {
  strategy: 'backoff' as const,
  backoff: { initialInterval: 500, maxInterval: 30_000, exponent: 1.5, maxElapsedTime: 60_000 },
  retryConnectionErrors: false,
}

const FURNITURE = new Set(['Header', 'Footer', 'PageNumber', 'PageBreak'])

/** Headings, lists, tables and paragraphs, in the order of the file. */
function toMarkdown(elements: Element[]): string {
  let markdown = ''
  let before = ''
  for (const element of elements.filter(({ type }) => !FURNITURE.has(type))) {
    const block = blockOf(element)
    if (!block) continue
    const inList = element.type === 'ListItem' && before === 'ListItem'
    markdown += `${markdown && (inList ? '\n' : '\n\n')}${block}`
    before = element.type
  }
  return markdown
}

function blockOf({ type, text, metadata }: Element): string {
  const line = plainToMarkdown(text).replace(/\s+/g, ' ').trim()
  if (type === 'Table' && metadata.text_as_html) return htmlToMarkdown(metadata.text_as_html)
  if (type === 'CodeSnippet') return `\`\`\`\n${text}\n\`\`\``
  if (!line) return ''
  // Depth 0 is the document's own title; where no depth is told it is a heading inside.
  if (type === 'Title') return `${'#'.repeat(Math.min(6, 1 + (metadata.category_depth ?? 1)))} ${line}`
  if (type === 'ListItem') return `- ${line.replace(/^[-*•·▪]\s*/, '')}`
  return line
}

function explain(error: unknown): Error {
  if (error instanceof LoadError) return error
  const { name, statusCode } = error as Error & { statusCode?: number }
  if (name === 'ConnectionError')
    return new LoadError(
      'Unstructured cannot be reached. Check UNSTRUCTURED_API_URL, and that its server runs.',
    )
  if (statusCode === undefined || statusCode === 200) return new LoadError(NOT_UNSTRUCTURED)
  if (statusCode === 401 || statusCode === 403)
    return new LoadError('Unstructured does not accept the key. Check UNSTRUCTURED_API_KEY.')
  if (statusCode === 400 || statusCode === 415 || statusCode === 422)
    return new LoadError(
      `Unstructured cannot read the file (it answered ${statusCode}). Open it and save it again.`,
    )
  if (statusCode === 413) return new LoadError('The file is too large for Unstructured. Split it.')
  return new LoadError(`Unstructured answered ${statusCode}. Try again later.`)
}
