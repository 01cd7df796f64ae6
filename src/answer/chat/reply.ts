import { z } from 'zod'
import { ChatError } from '../../errors'

const CompletionSchema = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
})

/**
 * The value in a chat completion, by its schema. A fence or a few words round the JSON are forgiven; half a reply is not.
 * @throws {ChatError} saying which of the many ways it was no reply.
 */
export const readReply = <Value>(completion: unknown, schema: z.ZodType<Value>, from: string): Value => {
  const choice = CompletionSchema.safeParse(completion).data?.choices[0]
  if (!choice) throw new ChatError(`${from} answered something that is not a completion.`)
  const { finish_reason: finish, message } = choice
  if (message.refusal || finish === 'content_filter') throw new ChatError(`${from} refused to answer.`)
  if (finish === 'length') throw new ChatError(`${from} did not come to an end within its tokens.`)
  const parsed = schema.safeParse(jsonIn(message.content ?? '', from))
  if (parsed.success) return parsed.data
  throw new ChatError(`${from} answered in another shape: ${z.prettifyError(parsed.error).slice(0, 300)}`)
}

const jsonIn = (content: string, from: string): unknown => {
  const text = content.replace(/^[\s\S]*<\/think>/, '')
  try {
    return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1))
  } catch {
    throw new ChatError(`${from} answered something that is not JSON.`)
  }
}
