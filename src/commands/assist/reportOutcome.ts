import { idOf } from '../../records/content'
import { inTransaction } from '../../database/transaction'
import { redact } from '../../handover/redact'
import type { Assist } from '../../../payload-types'
import type { AssistOutcome } from '../../vocabulary'
import { NotFoundError } from '../governedDocument'
import type { HandoverContext } from '../handovers/types'

interface Reported {
  id: string
  outcome: AssistOutcome
  /** Which suggestion, by its place from 1. */
  suggestion?: number | undefined
  /** What was sent. */
  text?: string | undefined
  note?: string | undefined
}

/**
 * Keeps what a colleague made of a suggestion; the latest word counts. What was sent in other words than it was suggested in is
 * “edited”, whatever it is called. @throws {NotFoundError}
 */
export const reportAssistOutcome = (
  { payload, colleague }: Pick<HandoverContext, 'payload' | 'colleague'>,
  { id, outcome, suggestion, text, note }: Reported,
): Promise<{ id: string; outcome: AssistOutcome }> =>
  inTransaction({ payload }, async (req) => {
    const assist = await payload.db.findOne<Assist>({
      collection: 'assists',
      where: { id: { equals: id } },
      req,
    })
    if (!assist || (colleague.bot && idOf(assist.bot) !== colleague.bot))
      throw new NotFoundError(`There is no suggestion ${id}.`)
    const suggested = suggestionsOf(assist)
    const chosen = suggestion === undefined ? suggested[0] : suggested[suggestion - 1]
    if (suggestion !== undefined && !chosen)
      throw new NotFoundError(
        `The suggestion ${id} has ${suggested.length} replies; there is no number ${suggestion}.`,
      )
    const kept = outcome === 'used' && text !== undefined && !isSame(text, chosen) ? 'edited' : outcome
    await payload.db.updateOne({
      collection: 'assists',
      id,
      data: {
        outcome: kept,
        suggestion: suggestion ?? null,
        sent: text === undefined ? null : redact(text).text,
        note: note === undefined ? null : redact(note).text,
        outcomeBy: colleague.name,
        outcomeAt: new Date().toISOString(),
      },
      req,
    })
    return { id, outcome: kept }
  })

const suggestionsOf = ({ suggestions }: Assist): string[] =>
  (Array.isArray(suggestions) ? suggestions : []).map((each) =>
    String((each as { text?: unknown }).text ?? ''),
  )

const isSame = (text: string, suggested: string | undefined): boolean =>
  suggested !== undefined && inOneLine(text) === inOneLine(suggested)

const inOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
