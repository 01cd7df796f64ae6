/**
 * Joins two lines of a paragraph. A word hyphenated at the line's end is made whole, unless the text elsewhere writes
 * it with its hyphen ("long-term"). Chinese and Japanese lines are joined without a space.
 */
export function wordJoiner(lines: string[]): (before: string, after: string) => string {
  const compounds = new Set(lines.flatMap((line) => line.toLowerCase().match(/\p{L}+-\p{L}+/gu) ?? []))
  return (before, after) => {
    if (before.endsWith('\u00AD')) return before.slice(0, -1) + after
    const tail = /(\p{L}+)[-‐]$/u.exec(before)?.[1]
    const head = /^\p{L}+/u.exec(after)?.[0]
    if (tail && head) {
      const compound = compounds.has(`${tail}-${head}`.toLowerCase()) || /^\p{Lu}/u.test(head)
      return (compound ? before : before.slice(0, -1)) + after
    }
    return IDEOGRAPH_END.test(before) && IDEOGRAPH_START.test(after) ? before + after : `${before} ${after}`
  }
}

const IDEOGRAPH_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。、，]$/u
const IDEOGRAPH_START = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。、，]/u
