import path from 'node:path'
import { z } from 'zod'
import { readJsonLines } from '../jsonLines'

const side = z.object({
  title: z.string(),
  text: z.string(),
  collection: z.enum(['policies', 'faqs']).default('policies'),
  audience: z.string().default('public'),
  from: z.iso.datetime().nullable().default(null),
  to: z.iso.datetime().nullable().default(null),
})
const pairSchema = z.object({
  id: z.string(),
  kind: z.enum(['contradicting', 'scoped', 'agreeing', 'amendment']),
  /** Whether an approver must be told of it. */
  conflict: z.boolean(),
  a: side,
  b: side,
})

export type ConflictPair = z.infer<typeof pairSchema>
export const CONFLICT_HALVES = ['tuned', 'held-back'] as const
export type ConflictHalf = (typeof CONFLICT_HALVES)[number]

/** Pairs of texts of our own: those to tune on, or those of other trades. @throws {VouchError} naming file and line. */
export const readConflictPairs = (half: ConflictHalf): Promise<ConflictPair[]> =>
  readJsonLines(path.join(import.meta.dirname, `${half}.jsonl`), pairSchema)
