import { isUtf8 } from 'node:buffer'
import { LoadError } from '../../src/errors'

/**
 * Bytes to text: UTF-8 with or without a byte-order mark, or UTF-16 with one. Anything else is refused with the place
 * of the first wrong byte, because a guessed character set puts wrong words into a policy.
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = byteOrderMark(bytes) ?? 'utf-8'
  if (encoding === 'utf-8' && !isUtf8(bytes)) throw new LoadError(invalidUtf8(bytes))
  const text = new TextDecoder(encoding).decode(bytes)
  const nul = text.indexOf('\0')
  if (nul >= 0) {
    throw new LoadError(
      `The file is binary, not text (a NUL character on line ${lineAt(text, nul)}). Export it as text.`,
    )
  }
  return text.replace(/\r\n?/g, '\n')
}

/** The encoding that the file's first bytes declare, if they do. */
export function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

function invalidUtf8(bytes: Uint8Array): string {
  const offset = firstInvalidByte(bytes)
  const line = lineAt(new TextDecoder('latin1').decode(bytes.subarray(0, offset)), offset)
  const byte = `0x${(bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`
  return `The text is not valid UTF-8 at byte ${offset} (${byte}, line ${line}). Save the file as UTF-8.`
}

/** Where the longest valid beginning ends, by bisection: a cut inside a character costs at most three bytes. */
function firstInvalidByte(bytes: Uint8Array): number {
  const startsValid = (length: number) =>
    [0, 1, 2, 3].some((back) => length >= back && isUtf8(bytes.subarray(0, length - back)))
  let [valid, invalid] = [0, bytes.length + 4]
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1
    if (middle <= bytes.length && startsValid(middle)) valid = middle
    else invalid = middle
  }
  while (valid > 0 && !isUtf8(bytes.subarray(0, valid))) valid -= 1
  return valid
}

const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length
