import type { ChatModel, ChatUsage } from '../chat/types'
import type { QuotedBecause } from '../../vocabulary'
import type { Dropped } from '../grounding/ground'

/** Who writes, when an answer is generated. */
export interface Writing {
  /** Null: none is configured; the texts' own words are given. */
  chat: ChatModel | null
  /** A second look at each sentence; null: none is configured, and nothing is translated. */
  entailment: Entailment | null
  /** An admin's sentence on how to sound; null: as the texts do. */
  tone: string | null
}

/** Whether a premise alone makes a claim true. */
export interface Entailment {
  /** What judges, for receipts. */
  id: string
  /** @throws {ChatError} when there is no verdict for each pair in time. */
  judge(
    pairs: readonly { premise: string; claim: string }[],
    o: { withinMs: number; signal?: AbortSignal | undefined },
  ): Promise<{ entailed: boolean[]; usage: ChatUsage }>
}

/** What a language model had to do with an answer, for its receipt. */
export interface Generation {
  model: string | null
  entailment: string | null
  /** Versions of the prompts that were sent. */
  prompts: string[]
  usage: ChatUsage
  /** The question that was searched for, where the model put it into words that stand alone. */
  rewritten?: string
  /** The model's own verdict on the passages, and what it missed. */
  sufficient?: boolean
  missing?: string
  /** What it said that was not given to the customer, and why. */
  dropped: Dropped[]
  /** Why the texts' own words were given instead of its; absent when its were. */
  quotedBecause?: QuotedBecause
  /** What failed, in the words of the error. */
  failure?: string
}
