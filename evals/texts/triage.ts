import { z } from 'zod'
import { anonymousTurn } from '../../src/answer/anonymousTurn'
import { firstEscalation } from '../../src/answer/triggers/registry'
import type { EscalationReason } from '../../src/vocabulary'
import { readJsonLines } from '../jsonLines'
import { precisionRecall } from '../metrics/precisionRecall'
import { measure, type TextMeasure, type TextScorer } from './types'

const rowSchema = z.object({ text: z.string(), labels: z.array(z.string()) })

/** The label that says what each trigger is to find. */
const LABEL_OF: Partial<Record<EscalationReason, string>> = {
  asks_for_person: 'human_request',
  cancellation: 'cancellation',
}

/** NLU++ utterances: what the triggers find of people who ask for a person, or to cancel; and what they take from the others. */
export const triage: TextScorer = async ({ file }) => {
  const rows = (await readJsonLines(file, rowSchema)).map((row) =>
    Object.assign(row, { reason: firstEscalation(anonymousTurn({ question: row.text }))?.reason ?? null }),
  )
  const found = Object.entries(LABEL_OF).flatMap(([reason, label]): TextMeasure[] => {
    const scores = precisionRecall(
      rows.map((row) => ({ said: row.reason === reason, should: row.labels.includes(label) })),
    )
    return [
      { name: `${reason}: precision`, value: scores.precision, of: scores.said, better: 'more' },
      { name: `${reason}: recall`, value: scores.recall, of: scores.should, better: 'more' },
    ]
  })
  const escalated = (row: (typeof rows)[number]) => row.reason !== null
  const labelled = new Set(Object.values(LABEL_OF))
  return [
    ...found,
    measure({
      name: 'of those, passed to a person for any reason',
      better: 'more',
      rows: rows.filter(({ labels }) => labels.some((label) => labelled.has(label))),
      is: escalated,
    }),
    measure({
      name: 'without any label, passed to a person',
      better: 'less',
      rows: rows.filter(({ labels }) => labels.length === 0),
      is: escalated,
    }),
  ]
}
