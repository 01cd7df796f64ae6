import { z } from 'zod'
import { ChatError } from '../../errors'
import type { ChatUsage } from './types'

export const NO_USAGE: ChatUsage = { promptTokens: 0, completionTokens: 0 }

export function addUsage(a: ChatUsage, b: ChatUsage): ChatUsage {
  const thinking = (a.thinkingTokens ?? 0) + (b.thinkingTokens ?? 0)
  return {
    promptTokens: a.promptTokens + b.promptTokens,
    completionTokens: a.completionTokens + b.completionTokens,
    ...(thinking > 0 && { thinkingTokens: thinking }),
  }
}

/** What a failed reply cost all the same. */
export const usageOfFailure = (error: unknown): ChatUsage =>
  error instanceof ChatError ? (error.usage ?? NO_USAGE) : NO_USAGE

const tokens = z.number().min(0).catch(0)
const UsageSchema = z.object({
  usage: z.object({
    prompt_tokens: tokens,
    completion_tokens: tokens,
    completion_tokens_details: z.object({ reasoning_tokens: tokens }).nullish().catch(null),
  }),
})

/** The tokens of a completion as its server counts them. */
export function usageOf(completion: unknown): ChatUsage {
  const { usage } = UsageSchema.safeParse(completion).data ?? {}
  if (!usage) return NO_USAGE
  const thinking = usage.completion_tokens_details?.reasoning_tokens ?? 0
  return {
    promptTokens: usage.prompt_tokens,
    completionTokens: usage.completion_tokens,
    ...(thinking > 0 && { thinkingTokens: thinking }),
  }
}
