/** What of the API a server understands. Servers that call themselves compatible differ in these four. */
export interface Dialect {
  format: 'json_schema' | 'json_object' | 'text'
  limit: 'max_tokens' | 'max_completion_tokens'
  /** Whether a temperature may be told; reasoning models take only their own. */
  temperature: boolean
  /** Whether it may be told how hard to think. */
  effort: boolean
}

export const FULL_DIALECT: Dialect = {
  format: 'json_schema',
  limit: 'max_tokens',
  temperature: true,
  effort: true,
}

/** A plainer dialect than the one that a server refused with this message (400 or 422); null when it is about something else. */
export const plainerDialect = (dialect: Dialect, refusal: string): Dialect | null => {
  if (/max_completion_tokens/i.test(refusal) && dialect.limit === 'max_tokens')
    return { ...dialect, limit: 'max_completion_tokens' }
  if (/reasoning/i.test(refusal) && dialect.effort) return { ...dialect, effort: false }
  if (/temperature/i.test(refusal) && dialect.temperature) return { ...dialect, temperature: false }
  if (
    !/response[_ ]?(?:format|schema|mime)|json[_ ]?schema|json[_ ]?object|structured|grammar|guided/i.test(
      refusal,
    )
  )
    return null
  if (dialect.format === 'json_schema') return { ...dialect, format: 'json_object' }
  return dialect.format === 'json_object' ? { ...dialect, format: 'text' } : null
}

/** A server may be mended or replaced: what it did not understand is tried again after a while. */
export const DIALECT_MS = 10 * 60_000

/** The dialect of one server: the plainest that was found to be needed lately, then the full one again. */
export function rememberDialect(now: () => number = Date.now) {
  let [dialect, until] = [FULL_DIALECT, 0]
  return {
    now: (): Dialect => (now() < until ? dialect : FULL_DIALECT),
    remember: (plainer: Dialect): void => {
      ;[dialect, until] = [plainer, now() + DIALECT_MS]
    },
  }
}
