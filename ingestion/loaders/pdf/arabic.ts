import type { PdfPage } from './open'
import type { Run } from './runs'

/** A shape that is drawn, and the letters that it stands for: two for ﻻ. */
interface Glyph {
  unicode?: string
}

const RTL = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/
/** Operators of pdf.js (src/shared/util.js, OPS). */
const SHOW_TEXT = 44

/**
 * Turns back shapes of two letters. Text from the right is drawn from the left, and pdf.js reverses it letter by letter, so
 * that "لا", which is one shape, comes out as "ال". Which words have such a shape is seen when the page is drawn.
 */
export async function withLigatures(page: PdfPage, runs: Run[]): Promise<Run[]> {
  if (!runs.some(({ text }) => RTL.test(text))) return runs
  const words = ligatureWords(await glyphsOf(page))
  if (words.size === 0) return runs
  const mend = (text: string) => text.replace(/[\p{L}\p{M}]+/gu, (word) => words.get(word) ?? word)
  return runs.map((run) => (RTL.test(run.text) ? { ...run, text: mend(run.text) } : run))
}

/** The shapes of each operator, with spaces where the gap is one. */
async function glyphsOf(page: PdfPage): Promise<string[][]> {
  try {
    const { fnArray, argsArray } = await page.getOperatorList()
    return fnArray.flatMap((fn, i) => {
      if (fn !== SHOW_TEXT) return []
      const drawn = (argsArray[i]?.[0] ?? []) as (Glyph | number)[]
      return [
        drawn.map((part) => (typeof part === 'number' ? (part < -180 ? ' ' : '') : (part.unicode ?? ''))),
      ]
    })
  } catch {
    return []
  }
}

/** Words as they come out, and as they are. An operator may draw a line, a word, or a single letter. */
function ligatureWords(operators: string[][]): Map<string, string> {
  const words = new Map<string, string>()
  const read = (glyphs: string[]) => {
    let word: string[] = []
    const finish = () => {
      if (word.some((unicode) => unicode.length > 1 && RTL.test(unicode))) {
        const comesOut = [...word.join('')].toReversed().join('')
        words.set(comesOut, word.toReversed().join(''))
      }
      word = []
    }
    for (const unicode of glyphs) {
      if (unicode === '') continue
      if (/^[\p{L}\p{M}]+$/u.test(unicode) && RTL.test(unicode)) word.push(unicode)
      else finish()
    }
    finish()
  }
  for (const operator of operators) read(operator)
  read(operators.flat())
  return words
}
