import { z } from 'zod'
import { AnswerRequestSchema } from '../answer/schema'
import { GAP_REASONS } from '../gaps/opens'
import { GOVERNED_COLLECTIONS, OUTCOMES } from '../vocabulary'

/** The contract of what people do in Try it and Evals, signed in to the admin. */

const { question, messages, locale, asOf } = AnswerRequestSchema.shape
const bot = z.string().min(1).max(100).meta({ description: 'The id of the bot to ask as.' })

const draft = z
  .strictObject({ collection: z.enum(GOVERNED_COLLECTIONS), id: z.string().min(1).max(100) })
  .meta({ description: 'A document whose working version is tried as if it were published.' })

export const TryRequestSchema = z
  .strictObject({ bot, question, messages, locale, asOf, draft: draft.optional() })
  .meta({ id: 'TryRequest', description: 'A question to try as a bot.' })
export type TryRequest = z.input<typeof TryRequestSchema>

export const KeepCaseSchema = z
  .strictObject({
    bot,
    question,
    messages,
    locale: z.string().min(2).max(35),
    expectedOutcome: z.enum(OUTCOMES),
    reason: z.string().max(50).nullable().default(null).meta({
      description: 'The precise reason of what came of the trial, where that is what is expected.',
    }),
    gold: z
      .array(z.strictObject({ collection: z.enum(GOVERNED_COLLECTIONS), id: z.string().min(1).max(100) }))
      .max(20)
      .default([])
      .meta({ description: 'Documents that answer it.' }),
  })
  .meta({ id: 'KeepCase' })
export type KeepCaseRequest = z.input<typeof KeepCaseSchema>

export const KeptCaseSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    active: z.boolean().meta({ description: 'Off until it says which document answers it.' }),
  })
  .meta({ id: 'KeptCase' })

export const ReportGapSchema = z
  .strictObject({
    bot,
    question,
    locale: z.string().min(2).max(35),
    reason: z.enum(GAP_REASONS),
    note: z.string().trim().min(1).max(1900),
  })
  .meta({ id: 'ReportGap' })
export type ReportGapRequest = z.input<typeof ReportGapSchema>

export const ReportedGapSchema = z
  .object({
    gapId: z.string(),
    known: z.boolean().meta({ description: 'Whether the gap was on the backlog already.' }),
  })
  .meta({ id: 'ReportedGap' })

export const RunBegunSchema = z.object({ run: z.string() }).meta({ id: 'EvalRunBegun' })

export const CalibrationApprovedSchema = z
  .object({ id: z.string(), name: z.string() })
  .meta({ id: 'CalibrationApproved' })
