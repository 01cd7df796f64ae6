import path from 'node:path'
import { z } from 'zod'
import { readJsonLines } from '../jsonLines'

/** Wordings in two halves: one to look at while tuning, one that only its figures are looked at. */
const halves = { tuned: z.array(z.string()).min(1), heldBack: z.array(z.string()).min(1) }

const topicSchema = z.object({
  id: z.string(),
  /** Whether the company has no text on it when the month begins. */
  missing: z.boolean(),
  title: z.string(),
  /** The text that answers it. */
  fact: z.string(),
  /** A text on the topic that does not answer it. */
  near: z.string().optional(),
  ...halves,
  followUp: z.object({ earlier: z.array(z.string()).min(1), question: z.string() }).optional(),
})
const noiseSchema = z.object({ kind: z.string(), ...halves })

export type MonthTopic = z.infer<typeof topicSchema>
export type MonthNoise = z.infer<typeof noiseSchema>
/** Which half of the wordings is asked. */
export type Half = keyof typeof halves

/** A pretend company: what its customers ask of, and what else they say. */
export interface Company {
  topics: MonthTopic[]
  noise: MonthNoise[]
}

/** Larkrow, which sells and lends bicycles. @throws {VouchError} naming file and line. */
export async function readCompany(): Promise<Company> {
  const at = (name: string) => path.join(import.meta.dirname, name)
  const [topics, noise] = await Promise.all([
    readJsonLines(at('topics.jsonl'), topicSchema),
    readJsonLines(at('noise.jsonl'), noiseSchema),
  ])
  return { topics, noise }
}
