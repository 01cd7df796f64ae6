import type { AcceptanceQuestion } from '../src/proofs/acceptance'
import { readCases } from './evalCase'

/** The golden set's questions that stand alone, as acceptance questions of the texts that answer them, by the texts' keys. */
export async function goldenAcceptance(set: string): Promise<Map<string, AcceptanceQuestion[]>> {
  const byKey = new Map<string, AcceptanceQuestion[]>()
  for (const { question, answerable, gold, history, answer_key } of await readCases(set)) {
    if (answerable === false || history?.length) continue
    const says = (answer_key?.[0] ?? []).join(' | ') || null
    for (const key of gold) byKey.set(key, [...(byKey.get(key) ?? []), { question, expects: 'answer', says }])
  }
  return byKey
}
