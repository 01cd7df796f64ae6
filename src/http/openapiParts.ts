import { z } from 'zod'

/** What the calls of several files have in common in OpenAPI. */

export const json = <Schema extends z.ZodType>(schema: Schema) => ({ 'application/json': { schema } })

/** What comes as a file, in one of these types. */
export const file = (description: string, ...types: string[]) => ({
  description,
  content: Object.fromEntries(types.map((type) => [type, { schema: z.string() }])),
})

/** The path of one thing by its id. */
export const byId = { path: z.object({ id: z.string() }) }

/** Which page of a list, as `parsePage` reads it. */
export const PAGE = { limit: z.int().min(1).max(100).optional(), cursor: z.string().optional() }

/** Signed in to the admin. */
export const SESSION: Record<string, string[]>[] = [{ session: [] }]

/** The header under which a write is done once. @param description what the same key does, where it is more than that. */
export const idempotencyKey = (description?: string) =>
  z.object({
    'Idempotency-Key': z
      .string()
      .max(200)
      .optional()
      .meta(description ? { description } : {}),
  })
