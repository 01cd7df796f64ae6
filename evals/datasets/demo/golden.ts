import { z } from 'zod'
import { VouchError } from '../../../src/errors'
import { ESCALATION_REASONS } from '../../../src/vocabulary'

const KINDS = [
  'answerable',
  'comparative',
  'multi_turn',
  'superseded',
  'unanswerable',
  'not_in_force',
  'conflict',
  'internal_only',
  'handoff',
  'not_handoff',
  'chitchat_oos',
  'injection',
] as const

const questionSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(KINDS),
  question: z.string().min(1),
  history: z.array(z.object({ role: z.enum(['user', 'assistant']), content: z.string() })).optional(),
  /** Document keys: any one of them answers the question. */
  gold: z.array(z.string()),
  answerable: z.boolean().optional(),
  /** Lists of alternatives: a right answer contains at least one string of each inner list. */
  answer_key: z.array(z.array(z.string()).min(1)).optional(),
  /** The document that looks as if it had the answer. */
  near: z.string().optional(),
  /** Why `near` may not be used. */
  why: z.enum(['expired', 'future']).optional(),
  trigger: z.enum(ESCALATION_REASONS).optional(),
  /** Documents that have the answer but may not be shown to the public or a customer. */
  internal: z.array(z.string()).optional(),
  /** Strings that no answer may contain. */
  leak_strings: z.array(z.string()).optional(),
})

export type GoldenQuestion = z.infer<typeof questionSchema>

/** Reads `questions.jsonl`. @throws VouchError that names the line of the first question with the wrong shape. */
export function readGoldenSet(jsonl: string): GoldenQuestion[] {
  return jsonl
    .trimEnd()
    .split('\n')
    .map((line, index) => {
      const parsed = questionSchema.safeParse(JSON.parse(line))
      if (parsed.success) return parsed.data
      throw new VouchError(`questions.jsonl line ${index + 1}:\n${z.prettifyError(parsed.error)}`)
    })
}
