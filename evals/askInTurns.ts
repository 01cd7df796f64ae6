import { randomUUID } from 'node:crypto'
import type { Bot } from '../payload-types'
import { AnswerRequestSchema, type AnswerResponse } from '../src/answer/schema'
import { answerQuestion } from '../src/commands/answerQuestion'
import type { Deps } from '../src/deps'

/** Asks a question as a customer of `bot` would, after the turns before it, each answered by the bot itself. */
export async function askInTurns(
  deps: Deps,
  { bot, earlier, question }: { bot: Bot; earlier: readonly string[]; question: string },
): Promise<AnswerResponse> {
  const conversationId = `eval-${randomUUID()}`
  const messages: { role: 'user' | 'assistant'; content: string }[] = []
  const ask = (asked: string) =>
    answerQuestion(deps, {
      bot,
      request: AnswerRequestSchema.parse({ question: asked, messages, conversationId }),
      requestId: randomUUID(),
    })
  for (const turn of earlier) {
    const { message } = await ask(turn)
    messages.push({ role: 'user', content: turn }, { role: 'assistant', content: message })
  }
  return ask(question)
}
