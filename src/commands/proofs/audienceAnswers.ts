import { AnswerRequestSchema, type AnswerRequest } from '../../answer/schema'
import { toPublic } from '../../answer/public'
import type { AskingBot } from '../../answer/types'
import type { Deps } from '../../deps'
import { VouchError } from '../../errors'
import type { Audience } from '../../vocabulary'
import { turnOf } from '../answerQuestion'
import { decideTurn } from '../decideTurn'
import { explain } from '../explain'

/** What is asked, as whom, of which instant: the same of an installation and of its twin. */
export interface AudienceQuestions {
  audiences: Audience[]
  questions: string[]
  /** ISO 8601. */
  at: string
}

/** All that a bot of an audience may learn of one question. */
export interface AudienceAnswer {
  question: string
  told: Record<string, unknown>
  ms: number
}

/**
 * What a bot for these audiences is told of each question, with everything that the scope `explain` shows: answers, refusals,
 * reasons, confidence, candidates with their scores, features. Nothing is stored.
 */
export async function answersFor(
  deps: Deps,
  { audiences, questions, at }: AudienceQuestions,
): Promise<AudienceAnswer[]> {
  const bot: AskingBot = { id: 'audience-proof', name: 'audience proof', audiences, locales: [] }
  const answers: AudienceAnswer[] = []
  const requests = questions.flatMap(
    (question) => AnswerRequestSchema.safeParse({ question, asOf: at, explain: true }).data ?? [],
  )
  // Asked twice: what is loaded when it is first used is no part of an answer.
  for (const request of requests.slice(0, 1)) await answerWhole(deps, { bot, request })
  for (const request of requests) answers.push(await answerWhole(deps, { bot, request }))
  return answers
}

/** A machine that is busy must not look like a leak. */
const PATIENCE_MS = 120_000
const TRIES = 4

/** The answer with everything at hand that there is. @throws {VouchError} when there is none however often it is asked. */
async function answerWhole(deps: Deps, asked: Asking): Promise<AudienceAnswer> {
  const patient = { ...deps, env: { ...deps.env, VOUCH_ANSWER_TIME_MS: PATIENCE_MS } }
  for (let attempt = 1; ; attempt++) {
    const answer = await answerOnce(patient, asked)
    const { reason, degraded } = answer.told as { reason?: string; degraded: string[] }
    // What is never there, as the model of an installation on words alone, is asked for once more and no further.
    if (reason !== 'unavailable' && (!degraded.length || attempt > 1)) return answer
    if (attempt === TRIES)
      throw new VouchError(
        `“${asked.request.question}” could not be answered (${['unavailable', ...degraded].join(', ')}); nothing is proved. Try again when the machine is less busy.`,
      )
  }
}

interface Asking {
  bot: AskingBot
  request: AnswerRequest
}

async function answerOnce(deps: Deps, { bot, request }: Asking): Promise<AudienceAnswer> {
  const { question } = request
  const started = performance.now()
  const turn = await turnOf({ request, bot })
  const { resolution, versions } = await decideTurn(deps, { turn, bot })
  const { locale } = turn
  const { decision, degraded, generation } = resolution
  const handover = { id: 'audience-proof', queue: null, urgency: 'normal' as const }
  const said = toPublic({
    decision,
    question,
    receiptId: 'audience-proof',
    locale,
    degraded,
    generation,
    handover,
    bot,
    escalatedBy: resolution.escalatedBy,
  })
  const { candidates, features } = explain(resolution, { versions, scopes: ['answer', 'explain'] })
  return { question, told: { ...said, candidates, features }, ms: performance.now() - started }
}
