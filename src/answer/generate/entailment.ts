import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { ChatModel } from '../chat/types'
import { entailmentPrompt } from './prompt'
import type { Entailment } from './types'

const TOKENS_A_VERDICT = 20

/**
 * Entailment judged by a language model, best another one than writes: all pairs in one call, with one named verdict each.
 * Small models lose count in a list. A reply with other names than were asked for judges nothing.
 */
export const createChatEntailment = (chat: ChatModel): Entailment => ({
  id: chat.id,
  async judge(pairs, { withinMs, signal }) {
    const names = pairs.map((_, i) => `claim${i + 1}`)
    const { value, usage } = await chat.complete({
      ...entailmentPrompt({ pairs, nonce: randomUUID() }),
      schema: z.strictObject(Object.fromEntries(names.map((name) => [name, z.boolean()]))),
      schemaName: 'verdicts',
      maxTokens: 50 + TOKENS_A_VERDICT * pairs.length,
      withinMs,
      signal,
    })
    return { entailed: names.map((name) => value[name] === true), usage }
  },
})
