import path from 'node:path'
import { z } from 'zod'
import type { Message } from '../src/answer/types'
import { readJsonLines } from './jsonLines'

const caseSchema = z.object({
  id: z.string(),
  kind: z.string().optional(),
  question: z.string().min(1),
  history: z.array(z.object({ role: z.string(), content: z.string() })).optional(),
  /** Ids of documents that answer it: what follows `#` in an imported document's key, or the whole key. */
  gold: z.array(z.string()).default([]),
  /** `absent`: the topic itself is not covered. Undefined: not a question of knowledge (a hand-over, small talk). */
  answerable: z.union([z.boolean(), z.literal('absent')]).optional(),
  answer_key: z.array(z.array(z.string())).optional(),
  /** What a right answer says, in the words of whoever wrote the question; short ones are spans of the text. */
  answers: z.array(z.string()).optional(),
  /** Says of what kind a question without `kind` is: ANSWERABLE, PARTIAL, UNDERSPECIFIED... */
  answerability: z.string().optional(),
  trigger: z.string().optional(),
  leak_strings: z.array(z.string()).optional(),
  /** The question's language. */
  lang: z.string().optional(),
})
export type EvalCase = z.infer<typeof caseSchema>

/** Reads a set's questions. @throws {VouchError} with file and line for the first that cannot be used. */
export const readCases = (set: string, questions?: string): Promise<EvalCase[]> =>
  readJsonLines(questions ?? path.join(set, 'questions.jsonl'), caseSchema)

/** The last turns, in the shape and within the limits of the answer API. */
export const messagesOf = ({ history = [] }: EvalCase): Message[] =>
  history.slice(-50).map(({ role, content }) => ({
    role: role === 'user' ? 'user' : 'assistant',
    content: content.slice(0, 8_000),
  }))

/** The locale that a question is asked in. */
export const localeOf = ({ lang }: EvalCase): string => (lang === undefined || lang === 'en' ? 'en-GB' : lang)

/** What kind of question this is: its own word for it, or what follows from whether it can be answered. */
export const kindOf = ({ kind, answerability, answerable, history }: EvalCase): string =>
  kind ??
  answerability?.toLowerCase() ??
  (answerable === true
    ? history?.length
      ? 'multi_turn'
      : 'answerable'
    : answerable
      ? 'absent'
      : 'unanswerable')
