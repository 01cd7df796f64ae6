import { textOfRuns, type TextRun } from './richText'
import { readSax, type SaxHandler } from './sax'

/** The texts that cells refer to by number. How words are pronounced (`rPh`) is no part of them. */
export async function readSharedStrings(xml: string | null, signal: AbortSignal): Promise<string[]> {
  const strings: string[] = []
  if (xml === null) return strings
  const reader = richTextReader()
  const handler: SaxHandler = {
    open: (name, attributes) => (name === 'si' ? reader.start() : reader.open(name, attributes)),
    text: reader.text,
    close: (name) => {
      if (name === 'si') strings.push(reader.finish())
      else reader.close(name)
    },
  }
  await readSax(xml, handler, signal)
  return strings
}

/** Puts the runs of one text together, as elements come by. */
export function richTextReader() {
  let runs: TextRun[] = []
  let [inText, phonetic, run]: [boolean, number, TextRun] = [false, 0, { text: '' }]
  return {
    start: () => {
      ;[runs, run, phonetic, inText] = [[], { text: '' }, 0, false]
    },
    open: (name: string, attributes: Record<string, string>) => {
      if (name === 'rPh') phonetic++
      else if (name === 'r') run = { text: '' }
      else if (name === 't') inText = phonetic === 0
      else if (name === 'strike') run.struck = !['0', 'false'].includes(attributes['val'] ?? '1')
      else if (name === 'vertAlign' && /^(super|sub)script$/.test(attributes['val'] ?? ''))
        run.raised = attributes['val'] as 'superscript' | 'subscript'
    },
    text: (text: string) => {
      if (inText) run.text += text
    },
    close: (name: string) => {
      if (name === 'rPh') phonetic--
      else if (name === 't' && inText) {
        inText = false
        runs.push({ ...run })
        run = { text: '' }
      }
    },
    finish: () => textOfRuns(runs),
  }
}
