import { ChatError } from '../../errors'
import type { NoteFailure } from '../../retrieval/failureLog'
import type { ChatModel } from './types'

/** The same model, whose failures are noted; that nobody waits any more is none. */
export const notedChat = (chat: ChatModel, note: NoteFailure): ChatModel => ({
  ...chat,
  complete: (request) =>
    chat.complete(request).catch((error: unknown) => {
      const fault = error instanceof ChatError ? error.fault : 'bad_reply'
      if (fault !== 'gave_up') note({ port: 'chat', id: chat.id, fault })
      throw error
    }),
})
