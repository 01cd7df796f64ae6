import { isUtf8 } from 'node:buffer'
import { byteOrderMark, decodeText } from './decode'

/**
 * A table's bytes as text. Programs that write tables seldom write UTF-8: UTF-16 is known by its zeros, and
 * Windows' sets, the old Macintosh's and those of Japan and Korea by letters that stand in words as they do in no other.
 * Anything else is refused, as for any text.
 */
export function decodeTable(bytes: Uint8Array): string {
  if (byteOrderMark(bytes)) return decodeText(bytes)
  const utf16 = utf16Of(bytes)
  if (utf16) return newlines(new TextDecoder(utf16).decode(bytes))
  if (isUtf8(bytes)) return decodeText(bytes)
  for (const { encoding, readsWell } of ENCODINGS) {
    const text = decodeAs(encoding, bytes)
    if (text !== null && readsWell(text)) return newlines(text)
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

const beyondAscii = (text: string) => text.match(/[\u0080-\u{10FFFF}]/gu) ?? []
const share = (text: string, script: RegExp) => {
  const signs = beyondAscii(text)
  return signs.filter((sign) => script.test(sign)).length / Math.max(1, signs.length)
}

/** Whether all that is not ASCII stands as accents and signs do in Western languages. */
const isWestern = (text: string): boolean =>
  (text.match(/[\u0080-\uFFFF]+/g) ?? []).every((run) => PLAUSIBLE.test(run)) && IN_A_WORD.test(text)

/** Letters of half the width are what other sets come out as, and so are letters of Chinese within Latin words. */
const isShiftJis = (text: string): boolean =>
  beyondAscii(text).length > 3 &&
  share(text, JAPANESE) > 0.97 &&
  !/[\uFF61-\uFF9F]|[A-Za-z][\p{Script=Han}][A-Za-z]/u.test(text)

/** Japanese is hardly ever without its own letters. */
const isEucJp = (text: string): boolean =>
  share(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/u) > 0.15 && share(text, JAPANESE) > 0.97

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF01-\uFF60ー]/u

const isKorean = (text: string): boolean => share(text, /[\p{Script=Hangul}]/u) > 0.85

/** In words as Russian, Ukrainian and Bulgarian have them; in other Cyrillic sets the same bytes are capitals. */
const isCyrillic = (text: string): boolean => {
  const words = text.match(/[\p{L}]*\p{Script=Cyrillic}[\p{L}]*/gu) ?? []
  return (
    words.length > 1 &&
    share(text, /[а-яёіїєґА-ЯЁІЇЄҐ«»„“”–—№€°\u00A0]/u) === 1 &&
    words.every((word) => /^([А-ЯЁІЇЄҐ]?[а-яёіїєґ]+|[А-ЯЁІЇЄҐ]{1,5})$/u.test(word))
  )
}

/** What programs write tables in, each with how its text is told from what it is not. */
const ENCODINGS = [
  { encoding: 'windows-1252', readsWell: isWestern },
  { encoding: 'shift_jis', readsWell: isShiftJis },
  { encoding: 'euc-jp', readsWell: isEucJp },
  { encoding: 'euc-kr', readsWell: isKorean },
  { encoding: 'windows-1251', readsWell: isCyrillic },
  { encoding: 'macintosh', readsWell: isWestern },
]

const newlines = (text: string) => text.replace(/\r\n?/g, '\n')

/** As a stream, because Node 20 decodes Windows-1252 in one go as Latin-1, without € and quotation marks. */
function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true })
    return decoder.decode(bytes, { stream: true }) + decoder.decode()
  } catch {
    return null
  }
}
