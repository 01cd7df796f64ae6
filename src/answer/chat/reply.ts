import { z } from 'zod'
import { ChatError } from '../../errors'
import { isTooLong } from './tooLong'
import { jsonObjectsIn } from './jsonIn'
import type { ChatUsage } from './types'
import { NO_USAGE, usageOf } from './usage'

/** Most servers give a text, some a list of parts, of which the thinking ones are no reply. */
const ContentSchema = z.union([
  z.string(),
  z
    .array(z.object({ type: z.string(), text: z.string().optional() }))
    .transform((parts) =>
      parts.flatMap(({ type, text }) => (type === 'text' && text ? [text] : [])).join(''),
    ),
])

const CompletionSchema = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: ContentSchema.nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
})

/** Some servers and gateways tell of an error with a status of 200. */
const ErrorSchema = z.object({ error: z.object({ message: z.string() }) })

/**
 * The value in a chat completion, by its schema. A fence or words round the JSON are forgiven; half a reply is not.
 * @throws {ChatError} saying which of the many ways it was no reply, and what it cost.
 */
export function readReply<Value>(completion: unknown, schema: z.ZodType<Value>, from: string): Value {
  const usage = usageOf(completion)
  const fail = (fault: ChatError['fault'], what: string): never => {
    throw new ChatError(`${from} ${what}`, { fault, usage })
  }
  const told = ErrorSchema.safeParse(completion).data?.error.message
  if (told) return fail(isTooLong(told) ? 'too_long' : 'server_error', `would not answer: ${told}`)
  const choice = CompletionSchema.safeParse(completion).data?.choices[0]
  if (!choice) return fail('bad_reply', 'answered something that is not a completion.')
  const { finish_reason: finish, message } = choice
  if (message.refusal || finish === 'content_filter') return fail('refused', 'refused to answer.')
  if (finish === 'length') return fail('cut_off', cutOff(usage))
  const found = jsonObjectsIn(message.content ?? '')
  if (found.length === 0) return fail('bad_reply', 'answered something that is not JSON.')
  const parsed = found.map((value) => schema.safeParse(value))
  const sound = parsed.find(({ success }) => success)
  if (sound?.success) return sound.data
  const why = parsed[0]?.error ? z.prettifyError(parsed[0].error).slice(0, 300) : ''
  return fail('bad_reply', `answered in another shape: ${why}`)
}

const cutOff = ({ completionTokens, thinkingTokens = 0 }: ChatUsage = NO_USAGE): string =>
  thinkingTokens > completionTokens / 2
    ? `did not come to an end within its tokens: ${thinkingTokens} of ${completionTokens} went into thinking. Lower VOUCH_CHAT_REASONING_EFFORT, or raise VOUCH_CHAT_THINKING_TOKENS.`
    : 'did not come to an end within its tokens. VOUCH_CHAT_MAX_TOKENS raises them.'
