import { readReply } from '../../src/answer/chat/reply'
import type { ChatModel, ChatRequest } from '../../src/answer/chat/types'

/** What a scripted model says: a value to be JSON, the content itself, an error to throw, or a promise of one of these. */
export type Script = (request: ChatRequest<unknown>) => unknown

/** A language model that says what it is told to, through the same reading of replies as a real one. */
export const scriptedChat = (
  script: Script,
  id = 'scripted',
): ChatModel & { asked: ChatRequest<unknown>[] } => {
  const asked: ChatRequest<unknown>[] = []
  const usage = { promptTokens: 10, completionTokens: 5 }
  return {
    id,
    asked,
    async complete(request) {
      asked.push(request)
      const said = await script(request)
      if (said instanceof Error) throw said
      const content = typeof said === 'string' ? said : JSON.stringify(said)
      return {
        value: readReply({ choices: [{ finish_reason: 'stop', message: { content } }] }, request.schema, id),
        usage,
      }
    },
    usage: () => ({
      requests: asked.length,
      promptTokens: 10 * asked.length,
      completionTokens: 5 * asked.length,
    }),
  }
}
