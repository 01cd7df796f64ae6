import { z } from 'zod'
import { readJsonLines } from '../jsonLines'

const questionSchema = z.object({
  id: z.string(),
  /** The missing thing that it asks for; null where it asks for none. */
  group: z
    .string()
    .nullish()
    .transform((group) => (group && group !== 'noise' ? group : null)),
  earlier: z.array(z.string()).default([]),
  question: z.string().min(1),
})

/** A message that may open a gap, after the customer’s turns before it. */
export type GapQuestion = z.infer<typeof questionSchema>

/** @throws {VouchError} naming file and line of the first that is none. */
export const readGapQuestions = (file: string): Promise<GapQuestion[]> => readJsonLines(file, questionSchema)
