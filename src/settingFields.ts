import { z } from 'zod'

/** An empty variable is one that was not set. */
export function unset(value: unknown): unknown {
  return value === '' ? undefined : value
}

/** A setting that need not be given. */
export function optional<T extends z.ZodType>(schema: T) {
  return z.preprocess(unset, schema.optional())
}
