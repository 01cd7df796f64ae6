/** An error whose message is for the person who must act: what happened, where, what to do. Mapped to HTTP and exit codes once. */
export class VouchError extends Error {
  override name = 'VouchError'

  /**
   * By the names of its classes, not by the classes: a built server holds a copy of this file for each of its layers
   * (routes, pages, the worker), and what one of them throws is caught by another.
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && classNamesOf(value).includes(this.name)
  }
}

const classNamesOf = (error: Error): string[] => {
  const names: string[] = []
  for (
    let prototype = Object.getPrototypeOf(error) as Error | null;
    prototype && prototype !== Error.prototype;
    prototype = Object.getPrototypeOf(prototype) as Error | null
  )
    names.push(prototype.constructor.name)
  return names
}

/** The embedding model cannot be reached, or answered with something that is not a sound vector. */
export class EmbeddingError extends VouchError {
  override name = 'EmbeddingError'
}

/** The local reader's weights are missing, altered or cannot be run. */
export class ReaderError extends VouchError {
  override name = 'ReaderError'
}

/** What failed at a model's server, in one word: for logs, doctor and the circuit breaker. */
export type ModelFault =
  | 'unreachable'
  | 'timeout'
  | 'rate_limited'
  | 'refused_key'
  | 'server_error'
  | 'bad_request'
  | 'too_long'
  | 'bad_reply'
  | 'cut_off'
  | 'refused'
  | 'not_asked'
  | 'gave_up'

/** What a model’s server means by a status that is no success. */
export function faultOfStatus(status: number): ModelFault {
  if (status === 401 || status === 403) return 'refused_key'
  if (status === 429) return 'rate_limited'
  return status === 408 || status >= 500 ? 'server_error' : 'bad_request'
}

/** The language model cannot be reached in time, or answered with something that is not what it was asked for. */
export class ChatError extends VouchError {
  override name = 'ChatError'
  readonly fault: ModelFault
  /** Tokens that the failed reply took all the same. */
  readonly usage: { promptTokens: number; completionTokens: number; thinkingTokens?: number } | undefined
  constructor(
    message: string,
    { fault = 'bad_reply', usage }: Partial<Pick<ChatError, 'fault' | 'usage'>> = {},
  ) {
    super(message)
    this.fault = fault
    this.usage = usage
  }
}

/** The vector store cannot be reached or refused the request. */
export class StoreError extends VouchError {
  override name = 'StoreError'
}

/** The reranker cannot be reached, or did not score what it was asked to. */
export class RerankError extends VouchError {
  override name = 'RerankError'
  constructor(
    message: string,
    readonly fault: ModelFault = 'bad_reply',
  ) {
    super(message)
  }
}

/** A file that cannot be read into documents: the sentence says what is wrong with it and what to do. */
export class LoadError extends VouchError {
  override name = 'LoadError'
}

/** What a parser died of: its limit of time or memory, or a fault of its own. */
export type KilledBy = 'time' | 'memory' | 'crash'

/** A file whose parser had to be killed, or died of it. */
export class ParserKilled extends LoadError {
  override name = 'ParserKilled'
  constructor(
    message: string,
    override readonly cause: KilledBy,
  ) {
    super(message)
  }
}

/**
 * What to tell a person of whatever was thrown: the sentence of the VouchError at its root, or what a full disk means.
 * Database layers wrap what they throw in their statement and its values, which nobody is told: null then.
 */
export const sentenceOf = (error: unknown): string | null => {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof VouchError) return cause.message
    if (/SQLITE_FULL|ENOSPC/.test(`${(cause as NodeJS.ErrnoException).code} ${cause.message}`))
      return DISK_FULL
  }
  return null
}

const DISK_FULL =
  'The disk that holds the data directory is full. Make room there and try again; what was acknowledged before is stored.'
