import { z } from 'zod'
import { OUTCOMES } from '../../src/vocabulary'
import { readJsonLines } from '../jsonLines'

const expectationSchema = z.object({
  /** Any of these will do. */
  outcome: z.array(z.enum(OUTCOMES)).default([]),
  /** Any of these, where the outcome has a reason; none: any. */
  reason: z.array(z.string()).default([]),
  /** Each must stand in what the customer is shown. */
  contains: z.array(z.string()).default([]),
  /** None of these may. */
  avoid: z.array(z.string()).default([]),
})

const messageSchema = z.object({
  id: z.string(),
  category: z
    .string()
    .nullish()
    .transform((category) => category ?? 'other'),
  /** What the customer wrote before, oldest first; the bot answers each. */
  earlier: z.array(z.string()).default([]),
  question: z.string().min(1),
  /** In words: then a person judges. */
  expect: z.union([expectationSchema, z.string()]),
})

/** A customer’s message with what a contact centre’s team expects of a reply. */
export type FieldMessage = z.infer<typeof messageSchema>
export type Expectation = z.infer<typeof expectationSchema>

/** @throws {VouchError} naming file and line of the first that is none. */
export const readFieldMessages = (file: string): Promise<FieldMessage[]> => readJsonLines(file, messageSchema)
