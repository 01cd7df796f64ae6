import { messagesFor } from '../answer/messages'
import { withinTime } from '../answer/withinTime'
import type { AnswerResponse } from '../answer/schema'
import type { Asked } from '../commands/asked'
import { InstantRefused } from '../commands/askedInstant'
import { IdempotencyConflict } from '../commands/storedAnswer'
import type { Deps } from '../deps'
import { warmUp } from '../warmUp'
import { answerInTime, inTurn } from './answerInTime'
import { authenticateBot } from './authenticate'
import { countAnswer } from './metrics/registry'
import { noteAnswer, noteQuestion } from './noteAnswer'
import { outsideTraces, step } from '../tracing/step'
import { forbidden, HttpProblem, invalidParameter } from './problem'

/** Of a question's time, what it may wait for a process that has just begun. */
const WARMING_SHARE = 0.6

/**
 * What every face does before it reads a question: waits for a process that has just begun, and for its turn.
 * @param answer is told when the question came, by `performance.now()`.
 * @throws {HttpProblem} 503 when there is more to do than can be done in time.
 */
export async function whenWarm<T>(deps: Deps, answer: (cameAt: number) => Promise<T>): Promise<T> {
  const cameAt = performance.now()
  await withinTime(
    () => outsideTraces(() => warmUp(deps)),
    deps.env.VOUCH_ANSWER_TIME_MS * WARMING_SHARE,
  ).catch(() => {})
  return inTurn(deps, () => answer(cameAt))
}

/**
 * The bot that a question is asked of, by its key.
 * @throws {HttpProblem} as `authenticateBot` does; 503 with something to show where not even the key could be looked up.
 */
export function authenticateToAsk(deps: Deps, request: Request): ReturnType<typeof authenticateBot> {
  return authenticateBot(deps.payload, request, 'answer').catch((error: unknown) => {
    if (error instanceof HttpProblem) throw error
    throw unavailable({ message: messagesFor('en').unavailable })
  })
}

/**
 * Answers a question that came through any face: one path, whatever shape the answer is given afterwards.
 * @throws {HttpProblem} for what is no answer: an instant that may not be asked about, a key used twice, a broken dependency.
 */
export async function askBot(deps: Deps, asked: Asked, cameAt: number): Promise<AnswerResponse> {
  try {
    const response = await step(`invoke_agent ${asked.bot.name}`, async (noting) => {
      noteQuestion(noting, asked)
      const answer = await answerInTime(deps, { asked, cameAt })
      noteAnswer(noting, answer)
      return answer
    })
    countAnswer(response, performance.now() - cameAt)
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
