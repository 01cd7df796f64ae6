import { z } from 'zod'
import type { Gap } from '../../../payload-types'

const proofSchema = z.object({
  /** Of the text that closed it. */
  releaseId: z.string(),
  wordings: z.array(
    z.object({
      question: z.string(),
      /** As it was typed, where its slips were mended before it was asked again. */
      typed: z.string().optional(),
      locale: z.string(),
      bot: z.string(),
      receiptId: z.string(),
      /** Of the text that the answer begins with. */
      releaseId: z.string(),
      document: z.object({ id: z.string(), collection: z.enum(['policies', 'faqs']), title: z.string() }),
      version: z.number(),
      quote: z.string(),
    }),
  ),
  /** Wordings that it does not answer: they are in a gap of their own. */
  left: z.array(z.object({ question: z.string(), why: z.string(), gap: z.string() })).default([]),
})

/** What a closed gap keeps: how it was asked again, and what answered. */
export type GapProof = z.infer<typeof proofSchema>

/** The proof of a closed gap; null for one that is open, or was closed before proofs were kept. */
export const proofOf = ({ proof }: Pick<Gap, 'proof'>): GapProof | null =>
  proofSchema.safeParse(proof).data ?? null
