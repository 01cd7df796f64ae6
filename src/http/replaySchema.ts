import { z } from 'zod'
import { DEGRADATIONS, OUTCOMES } from '../vocabulary'

const DocumentSchema = z.object({
  id: z.string(),
  collection: z.enum(['policies', 'faqs']),
  title: z.string(),
})

const AnsweredSchema = z.object({
  outcome: z.enum(OUTCOMES),
  reason: z.string().nullable().meta({ description: 'The precise one.' }),
  message: z.string(),
  confidence: z.number().nullable(),
  citations: z.array(
    z.object({
      number: z.int(),
      document: DocumentSchema,
      version: z.int(),
      releaseId: z.string(),
      chunkId: z.string(),
      start: z.int(),
      end: z.int(),
      quote: z.string(),
    }),
  ),
  degraded: z.array(z.enum(DEGRADATIONS)),
  generation: z
    .object({ model: z.string().nullable(), entailment: z.string().nullable(), prompts: z.array(z.string()) })
    .nullable()
    .meta({ description: 'Which language models took part, by which prompts.' }),
  versions: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
})

/** The answer of POST /receipts/{id}/replay, for OpenAPI. */
export const ReplaySchema = z
  .object({
    receiptId: z.string(),
    replayedAt: z.string(),
    asOf: z.string().meta({ description: 'Now, or the instant that the question itself named.' }),
    question: z.object({
      text: z.string(),
      redacted: z.boolean().meta({ description: 'It was asked again without secrets that it held.' }),
    }),
    evidence: z.object({
      intact: z.boolean(),
      passages: z.array(
        z.object({
          chunkId: z.string(),
          releaseId: z.string(),
          document: DocumentSchema,
          version: z.int(),
          headingPath: z.array(z.string()),
          contentHash: z.string(),
          citation: z.int().nullable(),
          state: z.enum(['identical', 'altered', 'missing']),
          problem: z.string().nullable(),
        }),
      ),
    }),
    verdict: z.enum(['same', 'other_evidence', 'other_words', 'other_outcome']),
    summary: z.string(),
    differences: z.array(
      z.object({
        kind: z.string().meta({ example: 'text_superseded' }),
        sentence: z.string(),
        document: DocumentSchema.optional(),
        from: z.union([z.string(), z.number(), z.null()]).optional(),
        to: z.union([z.string(), z.number(), z.null()]).optional(),
      }),
    ),
    original: AnsweredSchema,
    today: AnsweredSchema,
  })
  .meta({ id: 'Replay', description: 'What an answer rests on, found again; and what it would be today.' })
