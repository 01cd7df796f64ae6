import type { Payload } from 'payload'
import type { Answer } from '../../../payload-types'
import { ERASED } from '../../vocabulary'
import { parseReceipt } from '../parseReceipt'
import type { ErasedGap } from './gapsWithout'
import { rowsOf, type Related } from './readRelated'

/** The texts that these records hold and nobody else wrote: what is cut out of whatever quotes them. */
export async function customersWords(
  payload: Payload,
  { related, gaps }: { related: Related; gaps: readonly ErasedGap[] },
): Promise<string[]> {
  const asked = new Set(related.answers.flatMap(askedIn))
  const told = [
    ...related.acts.flatMap(({ text }) => text ?? []),
    ...related.handovers.flatMap(({ summary }) => summary ?? []),
    ...related.reports.flatMap(({ comment }) => comment ?? []),
    ...related.verdicts.flatMap(({ note }) => note ?? []),
    ...related.assists.flatMap(({ text }) => text ?? []),
    ...related.recalled.flatMap(({ note }) => note ?? []),
  ]
  const words = new Set([...asked, ...told, ...gaps.flatMap((gap) => gap.words)])
  words.delete(ERASED)
  for (const others of await askedByOthers(payload, { words: [...words], related, gaps }))
    words.delete(others)
  return [...words]
}

/** What the customer wrote in a turn and before it, and what was searched for in its place. */
function askedIn(row: Answer): string[] {
  const { messages, searched } = parseReceipt(row)
  return [
    row.question,
    ...messages.flatMap(({ role, content }) => (role === 'user' ? [content] : [])),
    ...(searched ? [searched.question] : []),
  ]
}

/** Which of these words somebody else asked in, to the letter: they are not this customer's alone. */
async function askedByOthers(
  payload: Payload,
  o: { words: readonly string[]; related: Related; gaps: readonly ErasedGap[] },
): Promise<string[]> {
  const own = new Set([
    ...o.related.answers.map(({ id }) => id),
    ...o.gaps.flatMap(({ receipts }) => receipts),
  ])
  const rows = await rowsOf<Answer>({ payload }, 'answers', 'question', o.words)
  return rows.filter(({ id }) => !own.has(id)).map(({ question }) => question)
}
