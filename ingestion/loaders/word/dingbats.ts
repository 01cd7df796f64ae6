import { hex } from 'dingbat-to-unicode'

/** A sign of Wingdings, Symbol and the like as what it shows; other fonts' signs are themselves. */
export function dingbatToUnicode(font: string, code: string): string {
  // Word moves the signs of these fonts to a private area.
  const own = code.replace(/^F0(?=[\dA-F]{2}$)/i, '')
  const known = hex(font, own.toUpperCase()) ?? hex(font, own.toLowerCase())
  if (known) return known.string
  const point = Number.parseInt(code, 16)
  return Number.isNaN(point) || (point >= 0xe000 && point <= 0xf8ff) ? '' : String.fromCodePoint(point)
}
