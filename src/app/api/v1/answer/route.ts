import type { Asked } from '@/commands/asked'
import { AnswerRequestSchema } from '@/answer/schema'
import { inTurn } from '@/http/answerInTime'
import { askBot, authenticateToAsk, whenWarm } from '@/http/askBot'
import { signedShareHeader } from '@/answer/signedShare'
import { eventStream, wantsEvents } from '@/http/eventStream'
import { idempotencyKeyOf } from '@/http/idempotencyKey'
import { forbidden } from '@/http/problem'
import { readJson } from '@/http/readJson'
import { route, type RouteContext } from '@/http/route'

export const POST = route((context) => whenWarm(context.deps, (cameAt) => answer(context, cameAt)))

const answer = async (
  { request, requestId, deps }: RouteContext<unknown>,
  cameAt: number,
): Promise<Response> => {
  const { bot, rateLimitHeaders } = await authenticateToAsk(deps, request)
  const { value } = await readJson(request, AnswerRequestSchema)
  if (value.explain && !bot.scopes.includes('explain'))
    throw forbidden('This key’s bot does not have the scope “explain”.')
  const asked: Asked = { bot, request: value, requestId, idempotencyKey: idempotencyKeyOf(request) }
  if (wantsEvents(request))
    return eventStream({
      request,
      requestId,
      headers: rateLimitHeaders,
      run: async (send, signal) => {
        // The receipt is committed by now: no sentence is shown that has none (docs/adr/0009).
        const response = await inTurn(deps, () => askBot(deps, { ...asked, signal }, cameAt))
        if (response.outcome === 'answered')
          for (const sentence of response.sentences) send('sentence', sentence)
        send('done', response)
      },
    })
  const response = await askBot(deps, asked, cameAt)
  return Response.json(response, { headers: { ...rateLimitHeaders, ...signedShareHeader(response) } })
}
