import { z } from 'zod'
import { TURN_LABELS } from '../../src/answer/turn/labels'
import { readJsonLines } from '../jsonLines'

const messageSchema = z.object({ role: z.enum(['user', 'assistant']), content: z.string() })

/** A customer’s message with the label that a careful team lead would choose. */
const utteranceSchema = z.object({
  id: z.string(),
  text: z.string().min(1),
  lang: z.string().default('en'),
  /** Whose customer it is: what is fitted and what is measured never share one. */
  domain: z.string().default('other'),
  label: z.enum(TURN_LABELS),
  /** Labels that would do as well. */
  also: z
    .array(z.enum(TURN_LABELS))
    .nullish()
    .transform((labels) => labels ?? []),
  /** The label that it looks like and is not. */
  lookalike_of: z
    .enum(TURN_LABELS)
    .nullish()
    .transform((label) => label ?? null),
  history: z
    .array(messageSchema)
    .nullish()
    .transform((messages) => messages ?? []),
})
export type Utterance = z.infer<typeof utteranceSchema>

/** @throws {VouchError} naming file and line of the first that is none. */
export const readUtterances = (file: string): Promise<Utterance[]> => readJsonLines(file, utteranceSchema)
