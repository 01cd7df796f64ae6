import { AnswerRequestSchema } from '../../answer/schema'
import { toPublic } from '../../answer/public'
import type { AskingBot } from '../../answer/types'
import type { Deps } from '../../deps'
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
  for (const question of questions) {
    const request = AnswerRequestSchema.safeParse({ question, asOf: at, explain: true })
    if (!request.success) continue
    const started = performance.now()
    const turn = await turnOf({ request: request.data, bot })
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
    })
    const { candidates, features } = explain(resolution, { versions, scopes: ['answer', 'explain'] })
    answers.push({ question, told: { ...said, candidates, features }, ms: performance.now() - started })
  }
  return answers
}
