import { loweredText, raisedText } from '../superscript'

/** A piece of a cell's text that is set in one way. */
export interface TextRun {
  text: string
  raised?: 'superscript' | 'subscript'
  struck?: boolean
}

/** The text of runs: what is raised is told from the figures before it, what is struck through stays so. */
export function textOfRuns(runs: TextRun[]): string {
  let text = ''
  for (const [i, run] of runs.entries()) {
    const after = runs[i + 1]?.text ?? ''
    if (run.raised === 'superscript') text += raisedText({ before: text, text: run.text, after })
    else if (run.raised === 'subscript') text += loweredText({ before: text, text: run.text })
    else if (run.struck && run.text.trim()) text += run.text.replace(/\S[\s\S]*\S|\S/, '~~$&~~')
    else text += run.text
  }
  return unescapeXstring(text)
}

/** Excel writes characters that XML cannot hold as `_x000D_`. */
const unescapeXstring = (text: string) =>
  text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
