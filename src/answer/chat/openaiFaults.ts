import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai'
import { ChatError, faultOfStatus, type ModelFault } from '../../errors'
import { isTooLong } from './tooLong'

interface Asked {
  host: string
  model: string
}

/** What a client threw, as what it means and what to do. @param late whether our own time was over. */
export function toChatError(error: unknown, asked: Asked, late: boolean): ChatError {
  if (error instanceof ChatError) return error
  const fault = late ? 'timeout' : faultOf(error)
  return new ChatError(sentenceOf(fault, error, asked), { fault })
}

function faultOf(error: unknown): ModelFault {
  if (error instanceof APIUserAbortError) return 'gave_up'
  if (error instanceof APIConnectionTimeoutError) return 'timeout'
  if (error instanceof APIConnectionError) return 'unreachable'
  if (!(error instanceof APIError)) return 'bad_reply'
  if (isTooLong(error.message)) return 'too_long'
  // Azure says so of the prompt with a 400, others of the reply.
  if (error.code === 'content_filter' || /content management policy/.test(error.message)) return 'refused'
  return faultOfStatus((error as { status?: number }).status ?? 0)
}

function sentenceOf(fault: ModelFault, error: unknown, { host, model }: Asked): string {
  if (fault === 'timeout') return `${model} at ${host} did not answer in time.`
  if (fault === 'gave_up') return 'Nobody waits for the answer any more.'
  if (fault === 'unreachable')
    return `${host} cannot be reached. Check VOUCH_CHAT_BASE_URL or OPENAI_BASE_URL.`
  if (fault === 'refused_key')
    return `${host} refused the key (${(error as APIError).status}). Check VOUCH_CHAT_API_KEY or OPENAI_API_KEY.`
  if (fault === 'too_long')
    return `${model} at ${host} takes fewer tokens than it was sent. Set VOUCH_CHAT_CONTEXT_TOKENS to what it takes.`
  const said = error instanceof Error ? error.message : String(error)
  return fault === 'bad_reply'
    ? `${host} answered something that cannot be read: ${said}`
    : `${model} at ${host} would not answer: ${said}`
}
