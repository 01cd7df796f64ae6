import { spanTokens } from '../../src/answer/spanTokens'

/** Spans of whole words that hold a number, and the same with one digit of it changed to a number that is nowhere. */
export function numbersFrom(
  sentences: readonly string[],
  count: number,
): { spans: string[]; changed: string[] } {
  const numbers = new Set(sentences.flatMap((text) => spanTokens(text)).filter((token) => /\d/.test(token)))
  const spans: string[] = []
  const changed: string[] = []
  for (let size = 3; spans.length < count && size < 30; size++)
    for (const text of new Set(sentences)) {
      const words = text.split(' ')
      for (let at = 0; at + size <= words.length && spans.length < count; at++) {
        const span = words.slice(at, at + size).join(' ')
        const other = withOtherNumber(span, numbers)
        if (!other) continue
        spans.push(span)
        changed.push(other)
      }
    }
  return { spans, changed }
}

function withOtherNumber(span: string, numbers: ReadonlySet<string>): string | null {
  const number = /\d+(?:\.\d+)?/.exec(span)?.[0]
  if (!number) return null
  for (let at = number.length - 1; at >= 0; at--)
    for (const digit of '9876543210') {
      const other: string = number.slice(0, at) + digit + number.slice(at + 1)
      if (digit !== number[at] && other !== number && number[at] !== '.' && !numbers.has(other))
        return span.replace(number, other)
    }
  return null
}
