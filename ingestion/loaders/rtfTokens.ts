/** What an RTF file is made of (Rich Text Format specification 1.9.1, "RTF Syntax"). */
export type RtfToken =
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'control'; word: string; value: number | null }
  /** One byte in the code page of its font. */
  | { kind: 'byte'; value: number }
  | { kind: 'text'; text: string }

const TOKEN =
  /\\([a-zA-Z]{1,40})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n]+|([^\\{}\r\n]+)|\\/g

/** Cuts RTF (one character a byte) into its tokens. Pictures in binary (`\binN`) are passed over. */
export function* rtfTokens(rtf: string): Generator<RtfToken> {
  const token = new RegExp(TOKEN)
  for (let match = token.exec(rtf); match; match = token.exec(rtf)) {
    const [, word, value, hex, symbol, brace, text] = match
    if (word === 'bin') token.lastIndex += Math.max(0, Number(value ?? 0))
    else if (word) yield { kind: 'control', word, value: value === undefined ? null : Number(value) }
    else if (hex) yield { kind: 'byte', value: Number.parseInt(hex, 16) }
    else if (symbol) yield fromSymbol(symbol)
    else if (brace) yield { kind: brace === '{' ? 'open' : 'close' }
    else if (text) yield { kind: 'text', text }
  }
}

function fromSymbol(symbol: string): RtfToken {
  if (symbol === '~') return { kind: 'text', text: '\u00A0' }
  if (symbol === '_') return { kind: 'text', text: '-' }
  if (symbol === '-') return { kind: 'text', text: '' }
  if (symbol === '\n' || symbol === '\r') return { kind: 'control', word: 'par', value: null }
  if (symbol === '*') return { kind: 'control', word: '*', value: null }
  return { kind: 'text', text: symbol }
}
