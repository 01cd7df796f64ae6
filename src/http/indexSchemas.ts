import { z } from 'zod'
import { GOVERNED_COLLECTIONS } from '../vocabulary'

/** The contract of the calls about the index and the outbox: for admins who are signed in. */

export const BuildIndexSchema = z
  .strictObject({
    fresh: z
      .boolean()
      .optional()
      .meta({ description: 'Start anew instead of going on with an unfinished build.' }),
  })
  .meta({ id: 'BuildIndex' })

export const ActivateIndexSchema = z
  .strictObject({
    force: z.boolean().optional().meta({ description: 'Activate whatever the check says; it is recorded.' }),
  })
  .meta({ id: 'ActivateIndex' })

export const RetryJobsSchema = z
  .strictObject({
    ids: z
      .array(z.string())
      .min(1)
      .max(1_000)
      .optional()
      .meta({ description: 'Every failed job unless given.' }),
  })
  .meta({ id: 'RetryJobs' })

export const NothingSchema = z.strictObject({})

const VersionSchema = z.object({
  id: z.string(),
  state: z.enum(['building', 'ready', 'active', 'retired']),
  embeddingModel: z.string().nullable().meta({ description: 'Null: words alone.' }),
  chunker: z.string(),
  store: z.string(),
  points: z.int().nullable().meta({ description: 'Null: its store cannot be asked.' }),
  createdAt: z.string(),
  builtAt: z.string().nullable(),
  activatedAt: z.string().nullable(),
  build: z
    .object({
      running: z.boolean(),
      done: z.int(),
      total: z.int(),
      rate: z.number().nullable().meta({ description: 'Chunks a second.' }),
      secondsLeft: z.int().nullable(),
      problem: z.string().nullable(),
    })
    .nullable(),
  problems: z.array(z.string()).meta({ description: 'What its check found against it.' }),
  recall: z.object({ built: z.number(), active: z.number().nullable() }).nullable(),
})

const JobSchema = z.object({
  id: z.string(),
  state: z.enum(['waiting', 'running', 'failed']),
  task: z.string(),
  document: z
    .object({ collection: z.enum(GOVERNED_COLLECTIONS), id: z.string(), title: z.string(), version: z.int() })
    .nullable(),
  reason: z.string().nullable(),
  tried: z.int(),
  queuedAt: z.string(),
  triedAt: z.string().nullable(),
  nextTryAt: z.string().nullable(),
})

export const IndexSchema = z
  .object({
    versions: z.array(VersionSchema),
    problem: z
      .string()
      .nullable()
      .meta({ description: 'Why this process cannot use the active version fully.' }),
    waiting: z.int(),
    failed: z.int(),
    jobs: z
      .array(JobSchema)
      .meta({ description: 'At most 100 that wait or run, and 100 that were given up.' }),
  })
  .meta({ id: 'Index' })

export const VersionIdSchema = z.object({ version: z.string() }).meta({ id: 'IndexVersionId' })
export const RetriedSchema = z.object({ retried: z.int() }).meta({ id: 'RetriedJobs' })
