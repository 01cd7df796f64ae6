import { loweredText, raisedText } from '../superscript'
import type { Run } from './runs'

/**
 * The text of pieces that stand on one line, from the left or, for Arabic and Hebrew, from the right. What is smaller and
 * raised or lowered is told from the figures before it.
 */
export function textOfLine(runs: Run[]): string {
  const rightToLeft = isRightToLeft(runs)
  const ordered = rightToLeft ? runs.toSorted((a, b) => b.x - a.x) : runs
  const main = mainRun(runs)
  let [text, last]: [string, Run | undefined] = ['', undefined]
  for (const [i, run] of ordered.entries()) {
    const gap = last ? (rightToLeft ? last.x - (run.x + run.width) : run.x - (last.x + last.width)) : 0
    const raised = main && run !== main ? shiftOf(run, main) : 0
    const spaced = gap > 0.2 * (main?.size ?? run.size) && !/\s$/.test(text) && !/^\s/.test(run.text)
    if (spaced) text += ' '
    const after = ordered[i + 1]?.text ?? ''
    if (raised > 0) text += raisedText({ before: text.slice(-40), text: run.text, after: after.slice(0, 20) })
    else if (raised < 0) text += loweredText({ before: text.slice(-40), text: run.text })
    else text += run.text
    last = run
  }
  return tidy(text)
}

/** The piece that most of a line is set like. */
export const mainRun = (runs: Run[]): Run | undefined =>
  runs.reduce<Run | undefined>(
    (most, run) => (!most || run.text.trim().length > most.text.trim().length ? run : most),
    undefined,
  )

/** Above zero for what is raised, below for what is lowered. */
function shiftOf(run: Run, main: Run): number {
  if (!run.text.trim() || run.size > 0.85 * main.size) return 0
  const up = (main.y - run.y) / main.size
  return up > 0.12 ? up : up < -0.05 ? up : 0
}

const isRightToLeft = (runs: Run[]) => {
  const characters = (side: boolean) =>
    runs.reduce((sum, run) => sum + (run.rightToLeft === side ? run.text.trim().length : 0), 0)
  return characters(true) > characters(false)
}

/** Letters as they are set in a word (ﻻ, ﬁ) become the letters that people type. */
const tidy = (text: string) =>
  text
    .replace(/[\uFB00-\uFB06\uFB13-\uFB4F\uFB50-\uFDFF\uFE70-\uFEFC]/g, (sign) => sign.normalize('NFKC'))
    .normalize('NFC')
    .replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim()
