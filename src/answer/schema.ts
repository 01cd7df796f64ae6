import { z } from 'zod'
import { ANSWER_MODES, DEGRADATIONS, ESCALATION_REASONS, QUOTED_BECAUSE } from '../vocabulary'
import { withoutUnseen } from './reading/fold'

/** The contract of POST /api/v1/answer: validation, types and OpenAPI all come from here. */

const Locale = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'Must be a BCP 47 language tag, such as "en" or "de-AT".')
  .meta({ description: 'BCP 47 language tag.', example: 'en-GB' })

/** What ill-formed text became at the edge, and what no text holds: two customers would be one by it. */
const UNREADABLE = /[\ufffd\0]/

export const MessageSchema = z
  .strictObject({
    role: z.enum(['user', 'assistant']).meta({ description: 'Who wrote it.', example: 'user' }),
    content: z.string().max(8_000).meta({ description: 'The text of the turn.', example: 'Hi' }),
  })
  .meta({ id: 'Message', description: 'An earlier turn of the conversation.' })

const Contact = z.string().trim().min(1).max(500).optional()

const ContactSchema = z
  .strictObject({ name: Contact, phone: Contact, email: Contact, address: Contact, orderNumber: Contact })
  .meta({
    id: 'Contact',
    description:
      'What you know of the customer already. Where the turn is passed to a person it is kept sealed with the hand-over, for whoever works it, beside what the customer wrote; else it is not kept at all.',
  })

export const AnswerRequestSchema = z
  .strictObject({
    question: z
      .string()
      .min(1, { error: 'Must not be empty.', abort: true })
      .max(4_000)
      .refine((text) => withoutUnseen(text).trim() !== '', 'Must not be empty.')
      .meta({
        description: "The customer's question, in their own words. 1 to 4,000 characters.",
        example: 'How long can I send back a laptop?',
      }),
    conversationId: z
      .string()
      .min(1)
      .max(200)
      .regex(/^[\x21-\x7e]+$/, 'Takes letters, digits and signs of ASCII, without spaces.')
      .optional()
      .meta({
        description:
          'Your id of the conversation. Kept as it is, unless it holds an e-mail address, a telephone number or a secret: then by a pseudonym.',
        example: 'c-81f3',
      }),
    messages: z
      .array(MessageSchema)
      .max(50)
      .default([])
      .meta({ description: 'Earlier turns, oldest first, without the present question. At most 50.' }),
    locale: Locale.optional(),
    channel: z
      .string()
      .min(1)
      .max(50)
      .regex(
        /^\p{L}[\p{L}\p{N} ._-]*$/u,
        'Begins with a letter, and has letters, digits, spaces and . _ - only.',
      )
      .optional()
      .meta({ description: 'Where the conversation takes place.', example: 'web' }),
    customer: z
      .string()
      .min(1)
      .max(200)
      .refine((id) => !UNREADABLE.test(id), 'Holds a character that cannot be read.')
      .optional()
      .meta({
        description: 'Your id of the customer, or a hash of it. Kept by a pseudonym alone.',
        example: 'hash-or-id',
      }),
    contact: ContactSchema.optional(),
    asOf: z.iso.datetime({ offset: true }).optional().meta({
      description:
        'Answer as of this past instant; now unless told. Needs the scope answer:history. An instant to come is 400, and what was withdrawn is told of no instant: both are for people, in Try it.',
      example: '2026-10-01T00:00:00Z',
    }),
    explain: z
      .boolean()
      .default(false)
      .meta({ description: 'Adds candidates, scores and features. Needs the scope explain.' }),
    metadata: z
      .record(
        z.string().regex(/^[\p{L}\p{N} ._:/-]{1,100}$/u, 'Has letters, digits, spaces and . _ : / - only.'),
        z.union([z.string().max(1_000), z.number(), z.boolean(), z.null()]),
      )
      .refine((fields) => Object.keys(fields).length <= 50, 'At most 50 fields.')
      .default({})
      .meta({
        description:
          'Your own fields, kept on the receipt without the secrets, e-mail addresses and telephone numbers in them.',
      }),
  })
  .meta({ id: 'AnswerRequest', description: 'A question, and what is known of its conversation.' })
export type AnswerRequest = z.infer<typeof AnswerRequestSchema>

/** Where an answer's words stand in a signed text. */
export const CitationSchema = z
  .object({
    number: z.int().min(1).meta({ description: 'What sentences refer to.', example: 1 }),
    document: z.object({
      id: z.string(),
      collection: z.enum(['policies', 'faqs']),
      title: z.string().meta({ example: 'Returns' }),
    }),
    version: z.int().meta({ description: 'Version of the document that was signed.', example: 4 }),
    releaseId: z.string(),
    chunkId: z.string(),
    headingPath: z.array(z.string()).meta({ example: ['Returns', 'Electronics'] }),
    quote: z.string().meta({
      description: "Exactly the release's text from start to end.",
      example: '30 days from delivery',
    }),
    start: z.int().min(0).meta({ description: "UTF-16 offset into the release's text.", example: 1180 }),
    end: z.int().min(0).meta({ example: 1201 }),
    contentHash: z.string().meta({ example: 'sha256:9f86d0…' }),
    validFrom: z
      .string()
      .meta({ description: 'Since when the text is in force, ISO 8601.', example: '2026-09-01T00:00:00Z' }),
  })
  .meta({ id: 'Citation', description: 'A span of signed text that was in force.' })

const common = {
  message: z.string().meta({ description: 'The words to show the customer.' }),
  receiptId: z.string().meta({ description: 'The stored record of this answer.' }),
  locale: z.string().meta({ description: 'The language of the message.', example: 'en-GB' }),
  degraded: z
    .array(z.enum(DEGRADATIONS))
    .meta({ description: 'What was not available while answering; empty when everything was.', example: [] }),
  superseded: z.boolean().optional().meta({
    description:
      'True where the answer that this Idempotency-Key got before does not hold any more (a text of it was withdrawn, changed, or is not for this bot), so that it was decided anew.',
  }),
  /** Only with `explain`. */
  explanation: z
    .record(z.string(), z.unknown())
    .optional()
    .meta({ description: 'With explain: candidates, scores, features, versions.' }),
}

const GenerationSchema = z
  .object({
    model: z
      .string()
      .nullable()
      .meta({ description: 'Host and name of the model that was asked to word it.' }),
    entailment: z.string().nullable().meta({ description: 'Of the model that judged its sentences.' }),
    prompts: z
      .array(z.string())
      .meta({ description: 'Versions of the prompts that were sent.', example: ['answer-2'] }),
    usage: z
      .object({
        promptTokens: z.int().min(0),
        completionTokens: z.int().min(0),
        thinkingTokens: z
          .int()
          .min(0)
          .optional()
          .meta({ description: 'Of these, what a reasoning model thought.' }),
      })
      .meta({ description: 'Tokens as the servers count them, of replies that failed too.' }),
    quotedBecause: z.enum(QUOTED_BECAUSE).optional().meta({
      description: "Why the texts' own words were given instead of the model's; absent where its were.",
    }),
  })
  .meta({ id: 'Generation', description: 'What a language model had to do with an answer.' })
export type PublicGeneration = z.infer<typeof GenerationSchema>

const SentenceSchema = z.object({
  text: z.string(),
  citations: z
    .array(z.int().min(1))
    .min(1)
    .meta({ description: 'Numbers of the citations that support it.' }),
})

export const AnsweredSchema = z
  .object({
    outcome: z.literal('answered'),
    ...common,
    mode: z.enum(ANSWER_MODES).meta({
      description:
        "The texts' own words, or a language model's, each sentence checked against what it cites.",
    }),
    sentences: z.array(SentenceSchema),
    citations: z.array(CitationSchema).min(1),
    confidence: z
      .number()
      .min(0)
      .max(1)
      .meta({ description: 'Calibrated probability that this answers.', example: 0.96 }),
    generation: GenerationSchema.optional().meta({ description: 'Of a bot whose answers are generated.' }),
  })
  .meta({ id: 'Answered' })

const ClarifySchema = z
  .object({
    outcome: z.literal('clarify'),
    ...common,
    options: z
      .array(z.string())
      .min(2)
      .max(4)
      .meta({ example: ['Online', 'In a shop'] }),
  })
  .meta({ id: 'Clarify' })

const EscalatedSchema = z
  .object({
    outcome: z.literal('escalated'),
    ...common,
    reason: z.enum(ESCALATION_REASONS),
    handover: z.object({
      id: z.string(),
      queue: z.string().nullable().meta({ example: 'billing' }),
      urgency: z.enum(['normal', 'high']),
    }),
  })
  .meta({ id: 'Escalated' })

const said = z.string().meta({
  description: 'What to tell the customer; it stands at the end of the message too.',
  example: 'Would you like me to pass you to a colleague? Just say yes.',
})

const NextStepSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('person'), text: said, label: z.string().optional() }),
    z.object({ kind: z.literal('link'), url: z.string(), text: said, label: z.string().optional() }),
    z.object({ kind: z.literal('form'), url: z.string(), text: said }),
    z.object({
      kind: z.literal('hours'),
      phone: z.string().optional(),
      hours: z.string().optional(),
      text: said,
    }),
    z.object({ kind: z.literal('rephrase'), text: said }),
    z.object({ kind: z.literal('none') }),
  ])
  .meta({
    id: 'NextStep',
    description:
      'What the customer can do now, set for each bot: ask for a person (a "yes" in the next turn hands over), a page, a form, a number to call and its hours, or other words.',
  })
export type NextStep = z.infer<typeof NextStepSchema>

export const PUBLIC_REFUSALS = ['no_answer', 'not_advised', 'out_of_scope', 'unavailable'] as const

const RefusedSchema = z
  .object({
    outcome: z.literal('refused'),
    ...common,
    reason: z.enum(PUBLIC_REFUSALS).meta({
      description:
        'not_advised: a signed text says that there is no advice on this, and where to go; the message is in its words.',
    }),
    next: NextStepSchema,
    sentences: z.array(SentenceSchema).optional().meta({ description: 'With not_advised.' }),
    citations: z.array(CitationSchema).min(1).optional().meta({ description: 'With not_advised.' }),
  })
  .meta({ id: 'Refused' })

export const AnswerResponseSchema = z
  .discriminatedUnion('outcome', [AnsweredSchema, ClarifySchema, EscalatedSchema, RefusedSchema])
  .meta({ id: 'AnswerResponse', description: 'One of four outcomes.' })
export type AnswerResponse = z.infer<typeof AnswerResponseSchema>
