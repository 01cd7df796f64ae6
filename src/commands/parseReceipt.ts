import { z } from 'zod'
import type { Answer } from '../../payload-types'
import { VERIFICATIONS } from '../governance/verification'
import { AUDIENCES, DEGRADATIONS } from '../vocabulary'

const documentSchema = z.object({
  id: z.string(),
  collection: z.enum(['policies', 'faqs']),
  title: z.string(),
})

const citationSchema = z.object({
  number: z.number(),
  document: documentSchema,
  version: z.number(),
  releaseId: z.string(),
  chunkId: z.string(),
  headingPath: z.array(z.string()).catch([]),
  quote: z.string(),
  start: z.number(),
  end: z.number(),
  contentHash: z.string(),
  validFrom: z.string(),
})

const passageSchema = z.object({
  chunkId: z.string(),
  releaseId: z.string(),
  document: documentSchema,
  version: z.number(),
  headingPath: z.array(z.string()).catch([]),
  text: z.string().catch(''),
  contentHash: z.string().catch(''),
  score: z.number().catch(0),
  dense: z.number().nullable().catch(null),
  words: z.number().nullable().catch(null),
  /** Receipts of before texts fell due say nothing. */
  verification: z.enum(VERIFICATIONS).nullable().catch(null),
})

const sentenceSchema = z.object({ text: z.string(), citations: z.array(z.number()).catch([]) })

const messageSchema = z.object({ role: z.enum(['user', 'assistant']), content: z.string() })

const readable = <T extends z.ZodType>(schema: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((items) => items.flatMap((item) => schema.safeParse(item).data ?? []))

const receiptSchema = z.object({
  response: z
    .object({
      sentences: readable(sentenceSchema),
      citations: readable(citationSchema),
      options: z.array(z.string()).catch([]),
    })
    .catch({ sentences: [], citations: [], options: [] }),
  considered: readable(passageSchema),
  searched: z
    .object({ question: z.string(), synonyms: z.array(z.string()) })
    .nullable()
    .catch(null),
  degraded: z.array(z.enum(DEGRADATIONS)).catch([]),
  timings: z.record(z.string(), z.number()).catch({}),
  features: z.record(z.string(), z.number()).catch({}),
  messages: readable(messageSchema),
  /** Null in receipts of before it was kept. */
  audiences: z.array(z.enum(AUDIENCES)).nullable().catch(null),
  /** Null where no language model took part. */
  generation: z
    .object({
      model: z.string().nullable().catch(null),
      entailment: z.string().nullable().catch(null),
      prompts: z.array(z.string()).catch([]),
    })
    .nullable()
    .catch(null),
  versions: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).catch({}),
})

export type ReceiptCitation = z.infer<typeof citationSchema>
export type ConsideredPassage = z.infer<typeof passageSchema>
export type ReceiptRecord = z.infer<typeof receiptSchema>

/** The recorded parts of a receipt. Receipts are kept for years: what an older one lacks is empty, never an error. */
export const parseReceipt = (row: Answer): ReceiptRecord =>
  receiptSchema.parse({
    response: row.response,
    considered: row.considered,
    searched: row.searched ?? null,
    degraded: row.degraded,
    timings: row.timings,
    features: row.features,
    messages: row.messages,
    audiences: row.audiences ?? null,
    generation: row.generation ?? null,
    versions: row.versions,
  })
