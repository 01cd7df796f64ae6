import { z } from 'zod'
import {
  ARTICLE_FAULTS,
  ESCALATION_REASONS,
  GOVERNED_COLLECTIONS,
  HANDOVER_ACTS,
  HANDOVER_STATES,
  URGENCIES,
} from '../vocabulary'
import { CONTACT_KINDS } from '../handover/contact'

/** The contract of hand-overs: parsed with in the routes, published in OpenAPI. */

export const Agent = z.string().trim().min(1).max(120).optional().meta({
  description:
    'Which colleague acts, as the desk names them; with a bot’s key it must be given, and a person who is signed in acts under their own name.',
  example: 'Ana Ruiz',
})

const Words = z.string().trim().min(1).max(8_000)

export const ClaimHandoverSchema = z
  .strictObject({
    agent: Agent,
    takeOver: z
      .boolean()
      .optional()
      .meta({ description: 'Take it from whoever has it, such as a colleague who went home.' }),
  })
  .meta({ id: 'ClaimHandover' })

export const NoteHandoverSchema = z
  .strictObject({
    agent: Agent,
    text: Words.meta({ description: 'For colleagues; the customer does not see it.' }),
  })
  .meta({ id: 'NoteHandover' })

export const ReplyHandoverSchema = z
  .strictObject({
    agent: Agent,
    text: Words.meta({
      description: 'What the customer is answered. Told as “handover.replied” by webhook.',
    }),
  })
  .meta({ id: 'ReplyHandover' })

export const ResolveHandoverSchema = z
  .strictObject({ agent: Agent, summary: Words.optional().meta({ description: 'What was done.' }) })
  .meta({ id: 'ResolveHandover' })

export const ReturnHandoverSchema = z
  .strictObject({
    agent: Agent,
    summary: Words.meta({ description: 'What happened meanwhile, for the bot that goes on.' }),
  })
  .meta({ id: 'ReturnHandover' })

export const HandoverQuerySchema = z.object({
  state: z.enum(HANDOVER_STATES).optional(),
  queue: z.string().min(1).max(200).optional(),
  urgency: z.enum(URGENCIES).optional(),
  since: z.iso.datetime().optional().meta({ description: 'Those that were passed on then or later.' }),
})

const handover = {
  id: z.string(),
  state: z.enum(HANDOVER_STATES),
  queue: z.string(),
  urgency: z.enum(URGENCIES),
  reason: z.enum(ESCALATION_REASONS),
  question: z.string().meta({ description: 'The turn that led here, without secrets.' }),
  botId: z.string().nullable(),
  receiptId: z.string().nullable(),
  createdAt: z.string(),
  claimedBy: z.string().nullable().meta({ description: 'The name of the colleague who has it.' }),
  claimedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  summary: z.string().nullable(),
}

export const HandoverSchema = z
  .object(handover)
  .meta({ id: 'Handover', description: 'A conversation that was passed to a person.' })
export type PublicHandover = z.infer<typeof HandoverSchema>

export const HandoverListSchema = z
  .object({ data: z.array(HandoverSchema), nextCursor: z.string().nullable() })
  .meta({ id: 'HandoverList' })

const PackageSchema = z
  .object({
    intent: z.unknown().meta({ description: '1. What the customer wants.' }),
    details: z.unknown().meta({
      description:
        '2. What they have given already. How they are reached is not in it: “contact” has the kinds, and POST /handovers/{id}/contact tells them.',
    }),
    transcript: z.unknown().meta({ description: '3. The conversation, without secrets.' }),
    tried: z.unknown().meta({ description: '4. What they were told.' }),
    considered: z
      .unknown()
      .meta({ description: '5. Signed texts about it; to a bot those that it may pass on now.' }),
    sentiment: z.unknown().meta({ description: '6. How they sound, and why; “urgency” is beside it.' }),
    nextSteps: z.unknown().meta({ description: '7. What to do.' }),
  })
  .loose()
  .meta({ id: 'HandoverPackage', description: 'All that a colleague needs to take over, as it was stored.' })

export const HandoverDossierSchema = z
  .object({
    ...handover,
    conversationId: z.string().nullable(),
    channel: z.string().nullable(),
    customer: z.string().nullable().meta({ description: 'By the pseudonym under which they are kept.' }),
    locale: z.string().nullable(),
    package: PackageSchema,
    acts: z.array(
      z.object({ act: z.enum(HANDOVER_ACTS), by: z.string(), text: z.string().nullable(), at: z.string() }),
    ),
  })
  .meta({ id: 'HandoverDossier', description: 'A hand-over with its package and what was done with it.' })
export type PublicDossier = z.infer<typeof HandoverDossierSchema>

export const ReadContactSchema = z.strictObject({ agent: Agent }).meta({ id: 'ReadContact' })

export const HandoverContactSchema = z
  .object({
    state: z.enum(['none', 'open', 'erased', 'unreadable']).meta({
      description:
        'Whether there is something: the customer gave nothing, it is here, it was erased, or it was sealed under another secret of the installation.',
    }),
    details: z.array(
      z.object({
        kind: z.enum(CONTACT_KINDS),
        text: z.string(),
        turn: z.int().nullable().meta({
          description:
            'The turn of the transcript that it was given in, from 1; null: the bot knew it, or it was said later.',
        }),
      }),
    ),
  })
  .meta({ id: 'HandoverContact', description: 'How the customer of a hand-over is reached.' })

export const ArticleReportSchema = z
  .strictObject({
    agent: Agent,
    kind: z
      .enum(ARTICLE_FAULTS)
      .meta({ description: 'No approved text says it, or what one says is wrong.' }),
    question: z
      .string()
      .trim()
      .min(1)
      .max(4_000)
      .optional()
      .meta({ description: 'In your own words; what the customer wants unless given.' }),
    note: z.string().trim().min(1).max(1_800).optional(),
    document: z
      .strictObject({ collection: z.enum(GOVERNED_COLLECTIONS), id: z.string().min(1).max(100) })
      .optional()
      .meta({ description: 'The text that is wrong.' }),
  })
  .refine(({ kind, note }) => kind === 'missing' || note !== undefined, {
    error: 'Say what is wrong.',
    path: ['note'],
  })
  .meta({ id: 'ArticleReport' })

export const ReportedArticleSchema = z
  .object({ gapId: z.string(), known: z.boolean() })
  .meta({ id: 'ReportedArticle', description: 'The gap on the backlog, and whether it was there already.' })
