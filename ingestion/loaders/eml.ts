import { extname } from 'node:path'
import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { LoadError, VouchError } from '../../src/errors'
import type { Loader } from '../types'
import { newWords, newWordsOfHtml, withoutOlder } from './emlQuotes'
import { htmlToMarkdown } from './htmlToMarkdown'
import { plainToMarkdown } from './text'
import { humaniseFileName, oneLine } from './title'
import { byteOrderMark, decodeText } from './decode'

const MAX_ATTACHMENTS = 20
/** How many e-mails may be attached to each other, one inside the other. */
const MAX_DEPTH = 3

/**
 * An e-mail (.eml): its subject and what it newly says, without quoted replies and signature. Attachments are loaded by
 * `attachmentLoader` under the e-mail's key, `#` and their name; pictures, signatures and invitations are passed over.
 */
export const emlLoader = (attachmentLoader: (file: { name: string }) => Loader | undefined): Loader =>
  async function* ({ path, key, bytes }, signal) {
    const email = await parse(bytes)
    const title = oneLine(email.subject ?? '').replace(REPLY_MARKS, '') || humaniseFileName(key)
    const markdown = bodyOf(email)
    const attached = email.attachments.filter(isDocument)
    if (!markdown && attached.length === 0) throw new LoadError(withoutWords(email))
    if (markdown) yield { key, title, markdown, metadata: {}, line: 1 }
    for (const [i, attachment] of attached.entries()) {
      signal.throwIfAborted()
      const name = attachment.filename ?? ''
      const problem = refusal({ key, name, i })
      const loader = attachmentLoader({ name })
      if (problem || !loader) yield { file: key, error: problem ?? unknown(name) }
      else yield* guarded({ path, key: `${key}#${name}`, bytes: bytesOf(attachment) }, { loader, signal })
    }
  }

/** "Re: Fwd: ", in a few languages. */
const REPLY_MARKS = /^((re|fwd?|aw|wg|sv|antw|tr|rv)(\[\d+\])?:\s*)+/i

interface AttachedFile {
  path: string
  key: string
  bytes: Uint8Array
}

/** A broken attachment is a failure of its own; the e-mail's text stands. */
async function* guarded(
  file: AttachedFile,
  { loader, signal }: { loader: Loader; signal: AbortSignal },
): ReturnType<Loader> {
  try {
    yield* loader(file, signal)
  } catch (error) {
    if (!(error instanceof VouchError)) throw error
    yield { file: file.key, error: error.message }
  }
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    // E-mail is bytes with a charset in each part; one that was saved as UTF-16 is decoded as a whole.
    const wide = byteOrderMark(bytes)?.startsWith('utf-16') || bytes[0] === 0 || bytes[1] === 0
    return await PostalMime.parse(wide ? decodeText(withMark(bytes)) : bytes)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new LoadError(`The e-mail cannot be read (${reason}). Save it again from the mail program as .eml.`)
  }
}

/** The header of an e-mail is ASCII, so its first zero byte tells UTF-16's byte order. */
function withMark(bytes: Uint8Array): Uint8Array {
  if (byteOrderMark(bytes)) return bytes
  const mark = bytes[0] === 0 ? [0xfe, 0xff] : [0xff, 0xfe]
  return Uint8Array.from([...mark, ...bytes])
}

/** HTML keeps headings, lists and tables; the plain text beside it says the same. */
function bodyOf({ html, text }: Email): string {
  const fromHtml = html ? withoutOlder(htmlToMarkdown(newWordsOfHtml(html))) : ''
  return /[\p{L}\p{N}]/u.test(fromHtml) ? fromHtml : plainToMarkdown(newWords(text ?? '')).trim()
}

const PASSED_OVER =
  /^(image|audio|video)\/|calendar|signature|pgp|pkcs7|delivery-status|rfc822-headers|ms-tnef/

const isDocument = ({ filename, mimeType }: Attachment) => Boolean(filename) && !PASSED_OVER.test(mimeType)

function refusal({ key, name, i }: { key: string; name: string; i: number }): string | null {
  if (i >= MAX_ATTACHMENTS)
    return `The attachment "${name}" was not read: at most ${MAX_ATTACHMENTS} of an e-mail are. Save it as a file of its own.`
  const depth = key.split('#').filter((part) => /\.eml$/i.test(part)).length
  if (/\.eml$/i.test(name) && depth >= MAX_DEPTH)
    return `The attachment "${name}" was not read: more than ${MAX_DEPTH} e-mails lie inside each other. Save it as a file of its own.`
  return null
}

const unknown = (name: string) =>
  `The attachment "${name}" was not read: no loader reads ${extname(name).toLowerCase() || 'a file without an extension'}. Save it in another format.`

const withoutWords = ({ attachments }: Email) =>
  attachments.some(({ mimeType }) => /pgp|pkcs7/.test(mimeType))
    ? 'The e-mail is encrypted. Open it in the mail program and save it decrypted.'
    : 'The e-mail has no text, and no attachment that can be read.'

const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
