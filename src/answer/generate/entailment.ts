import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { ChatError } from '../../errors'
import type { ChatModel } from '../chat/types'
import { entailmentPrompt } from './prompt'
import type { Entailment } from './types'

const VerdictsSchema = z.strictObject({ entailed: z.array(z.boolean()) })
const TOKENS_A_VERDICT = 20

/** Entailment judged by a language model, best another one than writes: all pairs in one call. */
export const createChatEntailment = (chat: ChatModel): Entailment => ({
  id: chat.id,
  async judge(pairs, { withinMs, signal }) {
    const { value, usage } = await chat.complete({
      ...entailmentPrompt({ pairs, nonce: randomUUID() }),
      schema: VerdictsSchema,
      schemaName: 'verdicts',
      maxTokens: 50 + TOKENS_A_VERDICT * pairs.length,
      withinMs,
      signal,
    })
    if (value.entailed.length !== pairs.length)
      throw new ChatError(`${chat.id} gave ${value.entailed.length} verdicts on ${pairs.length} sentences.`)
    return { entailed: value.entailed, usage }
  },
})
