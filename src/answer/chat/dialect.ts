/** What of the API a server understands. Servers that call themselves compatible differ in these three. */
export interface Dialect {
  format: 'json_schema' | 'json_object' | 'text'
  limit: 'max_tokens' | 'max_completion_tokens'
  /** Whether a temperature may be told; reasoning models take only their own. */
  temperature: boolean
}

export const FULL_DIALECT: Dialect = { format: 'json_schema', limit: 'max_tokens', temperature: true }

/** A plainer dialect than the one that a server refused with this message (400 or 422); null when it is about something else. */
export const plainerDialect = (dialect: Dialect, refusal: string): Dialect | null => {
  if (/max_completion_tokens/i.test(refusal) && dialect.limit === 'max_tokens')
    return { ...dialect, limit: 'max_completion_tokens' }
  if (/temperature/i.test(refusal) && dialect.temperature) return { ...dialect, temperature: false }
  if (!/response[_ ]?format|json[_ ]?schema|json[_ ]?object|structured|grammar|guided/i.test(refusal))
    return null
  if (dialect.format === 'json_schema') return { ...dialect, format: 'json_object' }
  return dialect.format === 'json_object' ? { ...dialect, format: 'text' } : null
}
