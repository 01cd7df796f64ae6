import { readFile } from 'node:fs/promises'
import { intervalOf } from '../metrics/shareInterval'
import { measureRedaction, type MarkedMessage } from './measure'

/** A share with what it may be of all messages like these (Wilson, 95 %). */
export interface ReportedShare {
  count: number
  of: number
  value: number | null
  interval: [number, number] | null
}

export interface RedactionReport {
  file: string
  messages: number
  recall: ReportedShare
  precision: ReportedShare
  untouched: ReportedShare
  byKind: Record<string, ReportedShare>
  byLanguage: Record<string, ReportedShare>
  wrong: string[]
}

/** Measures redaction on a file of marked messages, one JSON object a line. */
export async function reportRedaction(file: string): Promise<RedactionReport> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim())
  const { messages, wrong, ...shares } = measureRedaction(
    lines.map((line) => JSON.parse(line) as MarkedMessage),
  )
  const each = (named: Record<string, { count: number; of: number }>) =>
    Object.fromEntries(Object.entries(named).map(([name, share]) => [name, intervalOf(share)]))
  return {
    file,
    messages,
    recall: intervalOf(shares.recall),
    precision: intervalOf(shares.precision),
    untouched: intervalOf(shares.untouched),
    byKind: each(shares.byKind),
    byLanguage: each(shares.byLanguage),
    wrong,
  }
}
