import { answerQuestion, type Asked } from '../commands/answerQuestion'
import { withinTime } from '../answer/withinTime'
import type { AnswerResponse } from '../answer/schema'
import type { Deps } from '../deps'
import { withTimeLimit } from '../timeLimit'
import { createAdmission, type Admission } from './admission'

const shared = globalThis as typeof globalThis & { vouchAdmission?: Admission }

/** The one gate of this process, in front of everything that answers. */
export const admissionOf = ({ env }: Pick<Deps, 'env'>): Admission =>
  (shared.vouchAdmission ??= createAdmission({ budgetMs: env.VOUCH_ANSWER_TIME_MS }))

/** Kept back of what is left, for writing the receipt. */
const TO_RECORD = 0.2
const LEAST_MS = 200

/**
 * Answers within VOUCH_ANSWER_TIME_MS of `cameAt`, waiting for a turn included; what is not there by then is refused. The
 * search and the reading are given what is left, so that they do without what would come too late.
 * @throws {Busy} early, when there is no turn in time; an error when the time is over.
 */
export async function answerInTime(
  deps: Deps,
  { asked, cameAt }: { asked: Asked; cameAt: number },
): Promise<AnswerResponse> {
  const left = () => Math.max(LEAST_MS, deps.env.VOUCH_ANSWER_TIME_MS - (performance.now() - cameAt))
  return admissionOf(deps).run(() =>
    withTimeLimit({ ms: Math.ceil(left()), signals: [asked.signal] }, ({ signal }) => {
      const env = { ...deps.env, VOUCH_ANSWER_TIME_MS: Math.floor(left() * (1 - TO_RECORD)) }
      return withinTime(() => answerQuestion({ ...deps, env }, { ...asked, signal }), left())
    }),
  )
}
