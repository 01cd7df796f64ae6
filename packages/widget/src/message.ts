/** A message in pieces: what is said, and which source stands behind it. */
export type Piece = { text: string } | { source: number }

/** Splits a message at the numbers of its own sources; other brackets are text. */
export function piecesOf(message: string, sources: ReadonlySet<number>): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of message.matchAll(/\s?\[(\d{1,3})\]/g)) {
    const source = Number(match[1])
    if (!sources.has(source)) continue
    if (match.index > from) pieces.push({ text: message.slice(from, match.index) })
    pieces.push({ source })
    from = match.index + match[0].length
  }
  if (from < message.length) pieces.push({ text: message.slice(from) })
  return pieces
}

/** An address that a browser may be sent to; null for a script or anything else. */
export function safeLink(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? href : null
}

/** A number as telephones take it; null where it holds none. */
export function callLink(phone: string): string | null {
  const digits = phone.replaceAll(/\(0\)|[^\d+]/g, '')
  return /^\+?\d{3,15}$/.test(digits) ? `tel:${digits}` : null
}

/** Black or white, whichever is read better on a colour such as `#0b7a75`; null where it is no such colour. */
export function inkOn(colour: string): '#000000' | '#ffffff' | null {
  const [r, g, b] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour)?.slice(1) ?? []
  if (!r || !g || !b) return null
  const [red = 0, green = 0, blue = 0] = [r, g, b].map((hex) => linear(Number.parseInt(hex, 16) / 255))
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  // Contrast with white against contrast with black (WCAG 2.2).
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? '#ffffff' : '#000000'
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
