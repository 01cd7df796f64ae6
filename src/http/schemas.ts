import { z } from 'zod'
import { TRANSITIONS } from '../governance/types'
import { GOVERNED_COLLECTIONS, OUTCOMES, TEXT_COLLECTIONS, WORKFLOW_STATES } from '../vocabulary'

/** The contract of the v1 calls beside the answer itself: parsed with in the routes, published in OpenAPI. */

export const TransitionRequestSchema = z
  .strictObject({
    transition: z.enum(TRANSITIONS),
    expectedVersion: z.int().min(1).meta({
      description: 'The version that the person looked at; another one is refused with 409.',
      example: 4,
    }),
    comment: z.string().trim().max(4000).optional(),
    effectiveFrom: z.iso.datetime().nullable().optional().meta({
      description: 'With submit: set on the text before it is sent. Else it must be what the text says.',
    }),
    expiresAt: z.iso.datetime().nullable().optional(),
    reportHash: z.string().max(100).optional().meta({
      description:
        'With approve: the hash of the report that the person saw; another one is refused with 409. The signature keeps the hash of the report that stands.',
    }),
    waivers: z
      .array(
        z.strictObject({
          conflict: z.string().max(100).meta({ description: 'The id of a conflict in the report.' }),
          reason: z.string().trim().min(1).max(2000),
        }),
      )
      .max(50)
      .optional()
      .meta({
        description:
          'With approve: why texts in force that say otherwise may stand beside this one. Audited, and part of what is signed.',
      }),
  })
  .meta({ id: 'TransitionRequest' })

const words = (max: number) => z.string().trim().min(1).max(max)

export const CommentRequestSchema = z
  .strictObject({
    expectedVersion: z.int().min(1),
    body: words(4000),
    passage: z
      .strictObject({
        exact: words(2000),
        prefix: z.string().max(100).optional(),
        suffix: z.string().max(100).optional(),
      })
      .optional()
      .meta({
        description: 'The words that it is about, as W3C’s text quote selector; none: the whole text.',
      }),
  })
  .meta({ id: 'CommentRequest' })

export const CommentResultSchema = z
  .object({ id: z.string(), version: z.int(), by: z.string() })
  .meta({ id: 'Comment' })

export const TransitionResultSchema = z
  .object({
    id: z.string(),
    state: z.enum(WORKFLOW_STATES),
    version: z.int(),
    releaseId: z.string().nullable(),
    effectiveFrom: z
      .string()
      .nullable()
      .meta({ description: 'When it takes effect, where that is later than now.' }),
    by: z.string(),
  })
  .meta({ id: 'TransitionResult' })

export const AssignGapSchema = z
  .strictObject({
    owner: z.string().min(1).max(100).nullable().meta({ description: 'A user’s id, or null.' }),
  })
  .meta({ id: 'AssignGap' })

export const DismissGapSchema = z
  .strictObject({
    reason: z.enum(['approved_non_answer', 'not_ours']),
    note: z.string().trim().min(1).max(1900),
  })
  .meta({ id: 'DismissGap' })

export const ReopenGapSchema = z
  .strictObject({
    note: z.string().trim().min(1).max(1900).meta({ description: 'Why it needs an answer after all.' }),
  })
  .meta({ id: 'ReopenGap' })

export const DraftFromGapSchema = z
  .strictObject({
    // An escalation policy answers nothing, so it closes no gap.
    collection: z.enum(TEXT_COLLECTIONS),
  })
  .meta({ id: 'DraftFromGap' })

export const AmendForGapSchema = z
  .strictObject({ collection: z.enum(TEXT_COLLECTIONS), id: z.string().min(1).max(100) })
  .meta({ id: 'AmendForGap' })

export const GapSchema = z
  .object({
    id: z.string(),
    question: z.string(),
    state: z.string(),
    reason: z.string(),
    seen: z.int(),
    people: z.int(),
    lastSeenAt: z.string(),
    impact: z.number().meta({
      description: 'Recent askings × risk of the nearest text × minutes that an asking costs.',
    }),
    dueAt: z.string().nullable(),
    mergedInto: z.string().nullable(),
    owner: z.string().nullable(),
    draft: z.object({ collection: z.enum(GOVERNED_COLLECTIONS), id: z.string().nullable() }).nullable(),
    closingReceiptId: z.string().nullable(),
    closedAt: z.string().nullable(),
    createdAt: z.string(),
  })
  .meta({
    id: 'Gap',
    description: 'One missing thing: the cluster of refusals that one text would have prevented.',
  })

/** What a bot reads of one gap. */
export const GapWithQuestionsSchema = GapSchema.extend({
  questions: z
    .array(
      z.object({
        question: z.string(),
        reason: z.string(),
        receiptId: z.string().nullish(),
        askedAt: z.string(),
      }),
    )
    .meta({ description: 'What was asked, the newest first.' }),
}).meta({ id: 'GapWithQuestions', description: 'A gap, with the questions that opened it.' })

export const GapListSchema = z
  .object({ data: z.array(GapSchema), nextCursor: z.string().nullable() })
  .meta({ id: 'GapList' })

export const ReceiptSchema = z
  .object({
    id: z.string(),
    question: z.string(),
    outcome: z.enum(OUTCOMES),
    reason: z.string().nullable().meta({
      description:
        'As callers of /answer are told it; with the scope read:reasons the precise one, such as not_visible.',
    }),
    confidence: z.number().nullable(),
    asOf: z.string(),
    askedAt: z.string(),
    response: z.unknown().meta({
      description:
        'The answer as it was given. Where a text of it is not in force, not as it was, or not for this bot now, only its outcome, with “withheld”: true.',
    }),
    considered: z.unknown().meta({
      description: 'Passages with both legs’ scores, of those that this bot may see now.',
    }),
    degraded: z.unknown(),
    timings: z.unknown().meta({ description: 'Milliseconds by stage.' }),
    versions: z.unknown().meta({ description: 'Index version, chunker, embedding model, calibration.' }),
    searched: z.unknown().meta({
      description:
        'The question as it was searched for, for bots with the scope read:reasons; null when nothing was.',
    }),
    features: z.unknown().meta({
      description:
        'What confidence was computed from, by name; of a refusal with the scope read:reasons alone.',
    }),
    supersedes: z.string().nullable().meta({
      description: 'The receipt that this one decided anew, when its idempotency key came again.',
    }),
    traceparent: z.string().nullable().meta({
      description:
        'Where in the trace of its request it was recorded; null where neither the caller nor Vouch traces.',
    }),
    erasedAt: z.iso.datetime().nullable().meta({
      description: 'Since when what the customer wrote is gone from it; replays of it are then 410.',
    }),
    redacted: z
      .boolean()
      .meta({ description: 'Whether secrets were taken out of the question or earlier turns.' }),
    because: z.string().nullable().meta({ description: 'The words or texts that led to a hand-over.' }),
    audiences: z.unknown().meta({ description: 'Whose texts the bot could pass on then.' }),
  })
  .loose()
  .meta({ id: 'Receipt', description: 'The stored record of one answer.' })

export const SyncQueuedSchema = z
  .object({
    id: z.string(),
    queuedAt: z.string().meta({ description: 'Since when it waits for the worker; ISO 8601.' }),
  })
  .meta({ id: 'SyncQueued' })
export type SyncQueued = z.infer<typeof SyncQueuedSchema>

export const ChainCheckSchema = z
  .object({
    rows: z.int(),
    head: z.object({ seq: z.int(), hash: z.string() }).nullable(),
    breaks: z.array(z.object({ kind: z.literal('audit'), id: z.string(), message: z.string() })),
  })
  .meta({ id: 'ChainCheck', description: 'What a walk of the audit chain found.' })
