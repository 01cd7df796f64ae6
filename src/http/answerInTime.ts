import { answerQuestion } from '../commands/answerQuestion'
import type { Asked } from '../commands/asked'
import { startDelivery } from '../commands/delivery'
import { recordUnavailable } from '../commands/recordUnavailable'
import type { AnswerResponse } from '../answer/schema'
import type { Deps } from '../deps'
import { whenAborted, withTimeLimit } from '../timeLimit'
import { Busy, createAdmission, type Admission } from './admission'
import { messagesFor } from '../answer/messages'
import { HttpProblem } from './problem'

const shared = globalThis as typeof globalThis & { vouchAdmission?: Admission }

/** The one gate of this process, in front of everything that answers. */
export const admissionOf = ({ env }: Pick<Deps, 'env'>): Admission =>
  (shared.vouchAdmission ??= createAdmission({ budgetMs: env.VOUCH_ANSWER_TIME_MS }))

/**
 * Does what a question needs, from looking up its key on, when its turn comes.
 * @throws {HttpProblem} 503 early, while there is time to ask elsewhere; a bot that shows `message` has something to show.
 */
export async function inTurn<T>(deps: Pick<Deps, 'env'>, work: () => Promise<T>): Promise<T> {
  try {
    return await admissionOf(deps).run(work)
  } catch (error) {
    if (!(error instanceof Busy)) throw error
    throw new HttpProblem({
      status: 503,
      title: 'Busy',
      detail: `${error.message} Nothing was guessed; try again in ${error.retryAfterSeconds} s.`,
      members: { message: messagesFor('en').unavailable, outcome: 'refused', reason: 'unavailable' },
      headers: { 'retry-after': String(error.retryAfterSeconds) },
    })
  }
}

/** What an answer may take, in ms: a timer of a busy process fires late, and would end it after its time. */
export const timeLeft = (o: { budgetMs: number; goneMs: number; loopDelayMs: number }): number =>
  Math.max(0, o.budgetMs - o.goneMs - Math.min(o.loopDelayMs, o.budgetMs / 2))

/** Kept back of what is left, for writing the receipt. */
const TO_RECORD = 0.2

/**
 * Answers within VOUCH_ANSWER_TIME_MS of `cameAt`, waiting for a turn included; what is not there by then is refused. The
 * search and the reading are given what is left, so that they do without what would come too late.
 * @throws an error when the time is over; the receipt then says that nothing was available, as the caller is told.
 */
export async function answerInTime(
  deps: Deps,
  { asked, cameAt }: { asked: Asked; cameAt: number },
): Promise<AnswerResponse> {
  const { loopDelayMs } = admissionOf(deps).state()
  const left = timeLeft({
    budgetMs: deps.env.VOUCH_ANSWER_TIME_MS,
    goneMs: performance.now() - cameAt,
    loopDelayMs,
  })
  const env = { ...deps.env, VOUCH_ANSWER_TIME_MS: Math.floor(left * (1 - TO_RECORD)) }
  const delivery = startDelivery()
  return withTimeLimit({ ms: Math.ceil(left), signals: [asked.signal] }, async ({ signal, isOver }) => {
    const answer = answerQuestion({ ...deps, env }, { ...asked, signal, delivery })
    const late = whenAborted(signal).catch(() => {
      // It is being stored at this moment, and is told.
      if (!delivery.giveUp()) return answer
      if (isOver()) noteUnavailable(deps, asked)
      throw signal.reason as Error
    })
    return Promise.race([answer, late])
  })
}

/** The caller has been told by now, and does not wait for the receipt of it. */
const noteUnavailable = (deps: Deps, asked: Asked): void =>
  void recordUnavailable(deps, asked).catch((error: unknown) =>
    deps.payload.logger.error({
      msg: 'A question that was not answered in time could not be recorded',
      requestId: asked.requestId,
      err: error,
    }),
  )
