/** What the API says of a request that it did not take (RFC 9457). */
export interface Problem {
  title: string
  status: number
  detail: string
  requestId?: string
  errors?: { pointer: string; detail: string }[]
  /** Of an answer that could not be given: words that a bot can show. */
  message?: string
  [member: string]: unknown
}

/** A request that was refused, or that reached nobody. */
export class VouchError extends Error {
  override name = 'VouchError'
  constructor(
    message: string,
    /** Null where no answer came. */
    readonly problem: Problem | null,
    /** How long to wait before the next try, in ms; null where none helps. */
    readonly retryAfterMs: number | null,
    options?: { cause?: unknown },
  ) {
    super(message, options)
  }

  /** The HTTP status; 0 where no answer came. */
  get status(): number {
    return this.problem?.status ?? 0
  }
}
