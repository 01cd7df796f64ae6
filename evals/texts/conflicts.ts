import { z } from 'zod'
import type { SourceDocument } from '../../ingestion/types'
import type { Calibration } from '../../src/answer/calibration'
import { decide } from '../../src/answer/decide'
import { passagesOf } from '../corpus'
import { readJsonLines } from '../jsonLines'
import { neverUnsure } from '../neverUnsure'
import { measure, type TextScorer } from './types'

const rowSchema = z.object({
  id: z.string(),
  question: z.string(),
  has_conflict: z.boolean(),
  documents: z.array(z.object({ text: z.string(), type: z.enum(['correct', 'misinfo', 'noise']) })),
})
type Row = z.infer<typeof rowSchema>

/** RAMDocs: whether documents that contradict each other are recognised. They have no titles, and all are found equally well. */
export const conflicts: TextScorer = async ({ file, calibration }) => {
  const rows = (await readJsonLines(file, rowSchema)).map((row) =>
    Object.assign(row, {
      reason: reasonOf(row, neverUnsure(calibration)),
    }),
  )
  const isConflict = ({ reason }: { reason: string | null }) => reason === 'conflict'
  const wrongText = ({ documents }: Row) => documents.some(({ type }) => type === 'misinfo')
  return [
    measure({
      name: 'contradicting documents recognised',
      better: 'more',
      rows: rows.filter((row) => row.has_conflict),
      is: isConflict,
    }),
    measure({
      name: 'of these, where one states something wrong',
      better: 'more',
      rows: rows.filter((row) => row.has_conflict && wrongText(row)),
      is: isConflict,
    }),
    measure({
      name: 'agreeing documents taken for a conflict',
      better: 'less',
      rows: rows.filter((row) => !row.has_conflict),
      is: isConflict,
    }),
  ]
}

const reasonOf = (row: Row, calibration: Calibration): string | null => {
  const passages = row.documents
    .flatMap(({ text }, i) => passagesOf(documentOf(`${row.id}#${i}`, text)))
    .map(([, passage]) => Object.assign(passage, { score: 1, dense: null, words: null }))
  const { decision } = decide({ question: row.question, passages, locale: 'en-GB', calibration })
  return 'reason' in decision ? decision.reason : null
}

const documentOf = (key: string, markdown: string): SourceDocument => ({
  key,
  title: '',
  markdown,
  metadata: {},
  line: 1,
})
