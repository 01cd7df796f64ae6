import { z } from 'zod'

const id = z.string().min(1).max(100)

export const DueGapSchema = z
  .strictObject({ dueAt: z.iso.datetime().nullable().meta({ description: 'An instant, or null for none.' }) })
  .meta({ id: 'DueGap' })

export const CommentOnGapSchema = z
  .strictObject({ body: z.string().trim().min(1).max(2000) })
  .meta({ id: 'CommentOnGap' })

export const MergeGapsSchema = z
  .strictObject({
    others: z.array(id).min(1).max(100).meta({ description: 'The gaps that become part of this one.' }),
  })
  .meta({ id: 'MergeGaps' })

export const SplitGapSchema = z
  .strictObject({
    events: z.array(id).min(1).max(1000).meta({ description: 'The askings to take out.' }),
    into: id
      .nullable()
      .default(null)
      .meta({ description: 'The gap that they go to; a new one where it is null.' }),
  })
  .meta({ id: 'SplitGap' })

export const ConfirmedProofSchema = z
  .object({ verified: z.boolean(), failing: z.string().nullable(), why: z.string().nullable() })
  .meta({ id: 'ConfirmedProof' })
