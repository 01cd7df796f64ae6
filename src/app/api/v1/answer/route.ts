import type { Asked } from '@/commands/asked'
import { InstantRefused } from '@/commands/askedInstant'
import { IdempotencyConflict } from '@/commands/storedAnswer'
import { messagesFor } from '@/answer/messages'
import { withinTime } from '@/answer/withinTime'
import { AnswerRequestSchema, type AnswerResponse } from '@/answer/schema'
import { signedShareHeader } from '@/answer/signedShare'
import type { Deps } from '@/deps'
import { answerInTime, inTurn } from '@/http/answerInTime'
import { authenticateBot } from '@/http/authenticate'
import { eventStream, wantsEvents } from '@/http/eventStream'
import { forbidden, HttpProblem, invalidParameter } from '@/http/problem'
import { readJson } from '@/http/readJson'
import { route, type RouteContext } from '@/http/route'
import { warmUp } from '@/warmUp'

/** Of a question's time, what it may wait for a process that has just begun. */
const WARMING_SHARE = 0.6

export const POST = route(async (context) => {
  const cameAt = performance.now()
  const { deps } = context
  await withinTime(() => warmUp(deps), deps.env.VOUCH_ANSWER_TIME_MS * WARMING_SHARE).catch(() => {})
  return inTurn(context.deps, () => answer(context, cameAt))
})

const answer = async (
  { request, requestId, deps }: RouteContext<unknown>,
  cameAt: number,
): Promise<Response> => {
  const { bot, rateLimitHeaders } = await authenticateBot(deps.payload, request, 'answer').catch(
    (error: unknown) => {
      if (error instanceof HttpProblem) throw error
      // Not even the key could be looked up; a bot that shows `message` still has something to show.
      throw unavailable({ message: messagesFor('en').unavailable })
    },
  )
  const { value } = await readJson(request, AnswerRequestSchema)
  if (value.explain && !bot.scopes.includes('explain'))
    throw forbidden('This key’s bot does not have the scope “explain”.')
  const idempotencyKey = request.headers.get('idempotency-key')
  if (idempotencyKey && idempotencyKey.length > 200)
    throw new HttpProblem({
      status: 400,
      title: 'Invalid request',
      detail: 'An Idempotency-Key may have 200 characters at most.',
    })
  const asked: Asked = { bot, request: value, requestId, idempotencyKey }
  if (wantsEvents(request))
    return eventStream({
      request,
      requestId,
      headers: rateLimitHeaders,
      run: async (send, signal) => {
        // The receipt is committed by now: no sentence is shown that has none (docs/adr/0009).
        const response = await inTurn(deps, () => answerOrProblem(deps, { ...asked, signal }, cameAt))
        if (response.outcome === 'answered')
          for (const sentence of response.sentences) send('sentence', sentence)
        send('done', response)
      },
    })
  const response = await answerOrProblem(deps, asked, cameAt)
  return Response.json(response, { headers: { ...rateLimitHeaders, ...signedShareHeader(response) } })
}

const answerOrProblem = async (deps: Deps, asked: Asked, cameAt: number): Promise<AnswerResponse> => {
  try {
    const response = await answerInTime(deps, { asked, cameAt })
    if (response.outcome === 'refused' && response.reason === 'unavailable') throw unavailable(response)
    return response
  } catch (error) {
    if (error instanceof HttpProblem || asked.signal?.aborted) throw error
    if (error instanceof InstantRefused)
      throw error.because === 'future' ? invalidParameter('asOf', error.message) : forbidden(error.message)
    if (error instanceof IdempotencyConflict)
      throw new HttpProblem({ status: 409, title: 'Idempotency key used', detail: error.message })
    deps.payload.logger.error({
      msg: 'An answer could not be recorded',
      requestId: asked.requestId,
      err: error,
    })
    throw unavailable({ message: messagesFor(asked.request.locale ?? 'en').unavailable })
  }
}

const unavailable = (members: { message: string } & Record<string, unknown>): HttpProblem =>
  new HttpProblem({
    status: 503,
    title: 'Unavailable',
    detail: 'What the answer needs is not working; nothing was guessed.',
    members: { ...members, outcome: 'refused', reason: 'unavailable' },
    headers: { 'retry-after': '5' },
  })
