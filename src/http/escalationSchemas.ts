import { z } from 'zod'
import { AnswerRequestSchema } from '../answer/schema'
import { ESCALATION_LABELS, URGENCIES } from '../vocabulary'

/** The contract of the room of escalation. */

export const TryMessageSchema = z
  .strictObject({
    message: AnswerRequestSchema.shape.question,
    locale: z.string().min(2).max(35).default('en-GB'),
  })
  .meta({ id: 'TryMessage', description: 'A message to try against the escalation policies.' })

const MessageOutcomeSchema = z
  .object({
    handedOver: z
      .object({
        label: z.enum(ESCALATION_LABELS),
        title: z.string(),
        evidence: z.string(),
        urgency: z.enum(URGENCIES),
        queue: z.string().nullable(),
        policy: z.string(),
      })
      .nullable()
      .meta({ description: 'Null where the bot goes on.' }),
    message: z
      .string()
      .nullable()
      .meta({ description: 'What the customer is told before anything is looked up.' }),
  })
  .meta({ id: 'MessageOutcome' })

export const TriedMessageSchema = z
  .object({
    labels: z.array(z.object({ label: z.string(), title: z.string(), probability: z.number() })),
    byMeaning: z.boolean(),
    inForce: MessageOutcomeSchema,
    draft: MessageOutcomeSchema.nullable().meta({ description: 'With every draft as if it were signed.' }),
  })
  .meta({ id: 'TriedMessage' })
