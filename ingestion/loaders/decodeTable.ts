import { isUtf8 } from 'node:buffer'
import { byteOrderMark, decodeText } from './decode'

/**
 * A table's bytes as text. Programs that write tables seldom write UTF-8: UTF-16 is known by its zeros, and Windows-1252 and
 * the old Macintosh's set by letters that stand in words as they do in no other. Anything else is refused, as for any text.
 */
export function decodeTable(bytes: Uint8Array): string {
  if (byteOrderMark(bytes)) return decodeText(bytes)
  const utf16 = utf16Of(bytes)
  if (utf16) return newlines(new TextDecoder(utf16).decode(bytes))
  if (isUtf8(bytes)) return decodeText(bytes)
  for (const encoding of ['windows-1252', 'macintosh']) {
    const text = decodeAs(encoding, bytes)
    if (readsWell(text)) return newlines(text)
  }
  return decodeText(bytes)
}

/** Without a mark: every other byte of Western text is zero. */
function utf16Of(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 2_000)
  if (sample.length < 8 || bytes.length % 2 === 1) return null
  const zeros = (from: number) =>
    sample.filter((byte, i) => i % 2 === from && byte === 0).length / (sample.length / 2)
  const [even, odd] = [zeros(0), zeros(1)]
  if (odd > 0.6 && even < 0.1) return 'utf-16le'
  return even > 0.6 && odd < 0.1 ? 'utf-16be' : null
}

const LETTER = 'ÀÁÂÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜßàáâäåæçèéêëìíîïñòóôõãöøùúûüœŒ'
const SIGN = '€£§°©®«»¿¡‘’“”–—…•ªº·½¼¾²³´'
const PLAUSIBLE = new RegExp(`^[${LETTER}${SIGN}\u00A0]{1,2}$`)
const IN_A_WORD = new RegExp(`[a-z][${LETTER}]|[${LETTER}][a-z]|\\d ?[€£§°]|[€£] ?\\d`)

/** Whether all that is not ASCII stands as accents and signs do in Western languages. */
const readsWell = (text: string): boolean =>
  (text.match(/[\u0080-\uFFFF]+/g) ?? []).every((run) => PLAUSIBLE.test(run)) && IN_A_WORD.test(text)

const newlines = (text: string) => text.replace(/\r\n?/g, '\n')

/** As a stream, because Node 20 decodes Windows-1252 in one go as Latin-1, without € and quotation marks. */
function decodeAs(encoding: string, bytes: Uint8Array): string {
  const decoder = new TextDecoder(encoding)
  return decoder.decode(bytes, { stream: true }) + decoder.decode()
}
