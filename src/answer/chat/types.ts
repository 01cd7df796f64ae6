import type { z } from 'zod'

/** A language model that answers in a given shape. What it says is a proposal: nothing of it is trusted. */
export interface ChatModel {
  /** Host and model, for receipts. */
  id: string
  /** What it may be shown and may say; as much as is sensible unless told. */
  limits?: ChatLimits
  /**
   * @throws {ChatError} when it cannot be reached in time, or answers with anything but one sound value: nothing, half of
   *   one, a refusal, another shape, too much. Tells which, and the tokens that were spent on it.
   */
  complete<Value>(request: ChatRequest<Value>): Promise<ChatReply<Value>>
  /** What this process has asked for so far, failed replies included. */
  usage(): ChatUsage & { requests: number }
}

export interface ChatLimits {
  /** Prompt and reply together, in tokens. */
  contextTokens?: number | undefined
  /** Of a reply, without what the model thinks before. */
  maxTokens?: number | undefined
}

export interface ChatRequest<Value> {
  /** Who the model is and what it must do; ours alone, never of a customer or a document, and the same for each question. */
  system: string
  /** The data, fenced. */
  user: string
  /** What comes back, with a name that the server shows in its errors. */
  schema: z.ZodType<Value>
  schemaName: string
  /** The most tokens of a reply. */
  maxTokens: number
  /** Milliseconds for all attempts together. */
  withinMs: number
  signal?: AbortSignal | undefined
}

export interface ChatReply<Value> {
  value: Value
  usage: ChatUsage
}

/** Tokens as the server counts them; 0 where it does not. */
export interface ChatUsage {
  promptTokens: number
  /** With those that the model thought before its reply. */
  completionTokens: number
  /** Of these, what it thought; absent where the server does not say. */
  thinkingTokens?: number
}
