import { z } from 'zod'
import type { WorkingRow } from '../../records/workingRow'
import type { AcceptanceQuestion } from '../../proofs/acceptance'
import { ACCEPTANCE_EXPECTS } from '../../vocabulary'

const storedSchema = z
  .array(
    z.object({
      question: z.string().min(1),
      expects: z.enum(ACCEPTANCE_EXPECTS).catch('answer'),
      says: z.string().nullable().catch(null),
    }),
  )
  .catch([])

/** The acceptance questions of a stored text, or of a release, in order. */
export const acceptanceOf = ({ acceptance }: { acceptance?: unknown }): AcceptanceQuestion[] =>
  storedSchema
    .parse(acceptance ?? [])
    .map(({ question, expects, says }) => ({ question, expects, says: says?.trim() || null }))

/** What a release keeps of them; null where there are none. */
export const keptAcceptance = (row: Pick<WorkingRow, 'acceptance'>): AcceptanceQuestion[] | null => {
  const questions = acceptanceOf(row)
  return questions.length > 0 ? questions : null
}
