import { z } from 'zod'
import { ESCALATION_LABELS, ESCALATION_ROLES, HELP_LINES, URGENCIES, WEEKDAYS } from '../vocabulary'

const line = (most: number) => z.string().trim().min(1).max(most)
const lines = z.array(line(1000)).max(200).default([])
const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/)
const empty = null

/** What happens with turns of one label, and what is said then: everything that an escalation policy holds. */
export const EscalationPolicySchema = z.strictObject({
  label: z.enum(ESCALATION_LABELS),
  role: z.enum(ESCALATION_ROLES),
  urgency: z.enum(URGENCIES),
  /** From which probability on a turn is taken for it; null for the classifier’s own. */
  threshold: z.number().min(0).max(1).nullable().default(empty),
  /** The team that takes over; null for the team of the topic. */
  queue: line(80).nullable().default(empty),
  /** What the customer is told, by language or locale: see `template.ts` for what may stand in it. */
  words: z
    .array(
      z.strictObject({ locale: line(16), text: line(2000), outside: line(2000).nullable().default(empty) }),
    )
    .default([]),
  /** Whom somebody in danger calls, by country. */
  numbers: z
    .array(
      z.strictObject({
        country: z.string().regex(/^[A-Z]{2}$/),
        line: z.enum(HELP_LINES),
        number: line(200),
      }),
    )
    .default([]),
  hours: z
    .strictObject({
      timeZone: line(60),
      open: z.array(z.strictObject({ days: z.array(z.enum(WEEKDAYS)).min(1), from: clock, to: clock })),
      /** Who takes over outside of them; null for the same team. */
      outsideQueue: line(80).nullable().default(empty),
    })
    .nullable()
    .default(empty),
  /** What a colleague does first, in order. */
  steps: lines,
  /** Messages that are for it, and messages that only look so. */
  fires: lines,
  lookalikes: lines,
  /** Words that decide alone, wherever they stand in a message. */
  always: lines,
  never: lines,
})
export type EscalationPolicy = z.infer<typeof EscalationPolicySchema>
export type EscalationLabel = EscalationPolicy['label']

/** The signed version that a policy was read from. */
export interface PolicySource {
  documentId: string
  version: number
  releaseId: string
}

/** A policy that decides now; one that ships with Vouch has no source. */
export type PolicyInForce = EscalationPolicy & { source: PolicySource | null }

/** The policy of every label. */
export type EscalationPolicies = ReadonlyMap<EscalationLabel, PolicyInForce>
