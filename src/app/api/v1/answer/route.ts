import type { Asked } from '@/commands/answerQuestion'
import { InstantRefused } from '@/commands/askedInstant'
import { IdempotencyConflict } from '@/commands/storedAnswer'
import { messagesFor } from '@/answer/messages'
import { AnswerRequestSchema, type AnswerResponse } from '@/answer/schema'
import type { Deps } from '@/deps'
import { Busy } from '@/http/admission'
import { admissionOf, answerInTime } from '@/http/answerInTime'
import { authenticateBot } from '@/http/authenticate'
import { eventStream, wantsEvents } from '@/http/eventStream'
import { forbidden, HttpProblem, invalidParameter } from '@/http/problem'
import { readJson } from '@/http/readJson'
import { route } from '@/http/route'

export const POST = route(async ({ request, requestId, deps }) => {
  const cameAt = performance.now()
  orBusy(() => admissionOf(deps).assertOpen())
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
        const response = await answerOrProblem(deps, { ...asked, signal }, cameAt)
        if (response.outcome === 'answered')
          for (const sentence of response.sentences) send('sentence', sentence)
        send('done', response)
      },
    })
  return Response.json(await answerOrProblem(deps, asked, cameAt), { headers: rateLimitHeaders })
})

const answerOrProblem = async (deps: Deps, asked: Asked, cameAt: number): Promise<AnswerResponse> => {
  try {
    const response = await answerInTime(deps, { asked, cameAt })
    if (response.outcome === 'refused' && response.reason === 'unavailable') throw unavailable(response)
    return response
  } catch (error) {
    if (error instanceof HttpProblem || asked.signal?.aborted) throw error
    if (error instanceof Busy) throw busy(error)
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

const orBusy = (check: () => void): void => {
  try {
    check()
  } catch (error) {
    throw error instanceof Busy ? busy(error) : error
  }
}

/** Early, while there is time to ask elsewhere: a bot that shows `message` has something to show. */
const busy = ({ message, retryAfterSeconds }: Busy): HttpProblem =>
  new HttpProblem({
    status: 503,
    title: 'Busy',
    detail: `${message} Nothing was guessed; try again in ${retryAfterSeconds} s.`,
    members: { message: messagesFor('en').unavailable, outcome: 'refused', reason: 'unavailable' },
    headers: { 'retry-after': String(retryAfterSeconds) },
  })

const unavailable = (members: { message: string } & Record<string, unknown>): HttpProblem =>
  new HttpProblem({
    status: 503,
    title: 'Unavailable',
    detail: 'What the answer needs is not working; nothing was guessed.',
    members: { ...members, outcome: 'refused', reason: 'unavailable' },
    headers: { 'retry-after': '5' },
  })
