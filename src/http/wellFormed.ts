/**
 * A value of JSON with all its text well-formed: a half of a surrogate pair, which no store and no encoder takes, becomes U+FFFD, the
 * mark of what cannot be read. Keys stay as they are: each is a name that a schema knows, or refuses.
 */
export function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(wellFormed)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, wellFormed(each)]))
}
