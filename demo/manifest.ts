import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { VouchError } from '../src/errors'
import {
  AUDIENCES,
  ESCALATION_REASONS,
  HANDOVER_CAUSES,
  OUTCOMES,
  POLICY_KINDS,
  REFUSAL_REASONS,
  RISK_TIERS,
} from '../src/vocabulary'

const relativeDates = {
  /** Days from the day of the import to the day the text takes effect; negative when that has passed. */
  effectiveInDays: z.int().optional(),
  /** Days from the day of the import to the day the text stops being in force; negative when that has passed. */
  expiresInDays: z.int().optional(),
}

/** A file that cannot carry front matter, or a Markdown file whose dates move with the day of the import. */
const documentSchema = z.strictObject({
  /** Relative to `demo/corpus`. */
  path: z.string().min(1),
  title: z.string().min(1),
  kind: z.enum(POLICY_KINDS),
  audience: z.enum(AUDIENCES),
  riskTier: z.enum(RISK_TIERS),
  topic: z.string(),
  locale: z.string(),
  effectiveFrom: z.iso.date().optional(),
  expiresAt: z.iso.date().optional(),
  ...relativeDates,
})

const topicSchema = z.strictObject({
  name: z.string().min(1),
  slug: z.string().regex(/^[a-z-]+$/),
  description: z.string(),
  /** Where a question about the topic waits for a person. */
  queue: z.string().min(1),
  lead: z.string().min(1),
  /** What is handed over to its team whatever it was about. */
  takesOver: z.array(z.enum(HANDOVER_CAUSES)).default([]),
  /** A question about it is never answered by a bot alone. */
  alwaysToPerson: z.boolean(),
})

const questionSchema = z.strictObject({
  id: z.string().min(1),
  question: z.string().min(1),
  /** What the question shows, for the reader of the demo's output. */
  shows: z.string(),
  /** A file relative to `demo` that is published before this question is asked. */
  after: z.string().optional(),
  expect: z.strictObject({
    outcome: z.enum(OUTCOMES),
    reason: z.enum([...ESCALATION_REASONS, ...REFUSAL_REASONS]).optional(),
    /** Document keys; the answer cites at least one of them. */
    cites: z.array(z.string()),
    /** Strings that the answer contains. */
    contains: z.array(z.string()),
    opensGap: z.boolean(),
    /** The id of the question whose gap this answer closes. */
    closesGapOf: z.string().optional(),
  }),
})

export const manifestSchema = z
  .strictObject({
    company: z.strictObject({ name: z.string(), description: z.string() }),
    topics: z.array(topicSchema).min(1),
    documents: z.array(documentSchema),
    /** Tables of questions: each row is a document with the key `path#row`, counted from 1. */
    faqs: z.array(z.strictObject({ path: z.string(), title: z.string(), riskTier: z.enum(RISK_TIERS) })),
    /** `older` is published first, then `newer` as a new version of the same document, under the key `newer`. */
    supersedes: z.array(z.strictObject({ newer: z.string(), older: z.string() })),
    /** Pairs that say different things about one fact, on purpose. */
    contradictions: z.array(z.strictObject({ paths: z.tuple([z.string(), z.string()]), about: z.string() })),
    /** Files relative to `demo` that are kept out of the first import. */
    later: z.array(z.strictObject({ path: z.string(), closesGapOf: z.string() })),
    questions: z.array(questionSchema),
  })
  .superRefine((manifest, context) => {
    const slugs = new Set(manifest.topics.map((topic) => topic.slug))
    for (const { path, topic } of manifest.documents)
      if (!slugs.has(topic))
        context.addIssue(`${path} has the topic "${topic}", which is not among the topics`)
  })

export type DemoManifest = z.infer<typeof manifestSchema>
export type DemoDocument = DemoManifest['documents'][number]

/**
 * Reads `corpus.json` of the demo directory.
 * @throws VouchError when the file is missing, is not JSON or has the wrong shape; the message names the field.
 */
export async function loadManifest(directory: string): Promise<DemoManifest> {
  const file = join(directory, 'corpus.json')
  const parsed = manifestSchema.safeParse(await readJson(file))
  if (!parsed.success)
    throw new VouchError(`${file} is not a demo manifest:\n${z.prettifyError(parsed.error)}`)
  return parsed.data
}

/** The absolute dates (YYYY-MM-DD, UTC) of a document on the day `now`; relative dates win over absolute ones. */
export function resolveDates({ document, now }: { document: DemoDocument; now: Date }) {
  const effectiveFrom = dayAfter({ now, days: document.effectiveInDays }) ?? document.effectiveFrom
  const expiresAt = dayAfter({ now, days: document.expiresInDays }) ?? document.expiresAt
  return { ...(effectiveFrom && { effectiveFrom }), ...(expiresAt && { expiresAt }) }
}

function dayAfter({ now, days }: { now: Date; days: number | undefined }): string | undefined {
  if (days === undefined) return undefined
  const day = new Date(now)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10)
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (cause) {
    throw new VouchError(`${file} could not be read as JSON. Check that the path is the demo directory.`, {
      cause,
    })
  }
}
