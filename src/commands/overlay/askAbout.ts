import { anonymousTurn } from '../../answer/anonymousTurn'
import type { AskingBot, Message, Resolution } from '../../answer/types'
import type { Deps } from '../../deps'
import { StoreError } from '../../errors'
import type { SignedContent } from '../../governance/hash'
import type { Audience, Outcome } from '../../vocabulary'
import { decideTurn } from '../decideTurn'
import { describeAnswer } from '../describeAnswer'
import type { DraftOverlay } from './draftOverlay'

/** A question as it is asked in proofs: of nobody's, and never stored. */
export interface ProofQuestion {
  question: string
  messages?: Message[]
  locale: string
  bot: AskingBot
}

/** What a bot would say, as far as two answers are compared. */
export interface ProofAnswer {
  outcome: Outcome
  reason: string | null
  message: string
  /** Ids of documents, each once. */
  cited: string[]
  resolution: Resolution
}

/**
 * Asks as bots are asked and stores nothing. @param overlay a text as if it were published; what is in force without one.
 * @throws {StoreError} when there was no answer for want of the index.
 */
export async function askAbout(
  deps: Deps,
  { question, messages = [], locale, bot }: ProofQuestion,
  overlay?: DraftOverlay,
): Promise<ProofAnswer> {
  const turn = anonymousTurn({ question, messages, locale })
  const { resolution, versions } = await decideTurn(patient(deps), { turn, bot, overlay })
  const { outcome, reason, message, citations } = describeAnswer({ turn, bot, resolution, versions })
  if (reason === 'unavailable')
    throw new StoreError(
      'The index could not be asked, so nothing can be said of this text. Try again later.',
    )
  return {
    outcome,
    reason,
    message,
    cited: [...new Set(citations.map(({ document }) => document.id))],
    resolution,
  }
}

/** No customer waits: what is slow is not taken for what is missing. */
const PATIENCE_MS = 60_000
const patient = (deps: Deps): Deps => ({
  ...deps,
  env: { ...deps.env, VOUCH_ANSWER_TIME_MS: PATIENCE_MS },
})

/** Whether a customer is told anything else. */
export const isAnother = (before: ProofAnswer, after: ProofAnswer): boolean =>
  before.outcome !== after.outcome || before.reason !== after.reason || before.message !== after.message

/**
 * A question as whoever may be told a text asks it, and nothing more than that: of a bot that speaks to its audience, in the
 * texts' own words.
 */
export const asReader = (
  { audience, locale }: Pick<SignedContent, 'audience' | 'locale'>,
  question: string,
): ProofQuestion => ({
  question,
  locale,
  bot: {
    id: 'proofs',
    name: 'Proofs',
    audiences: [...new Set<Audience>(['public', audience as Audience])],
    locales: [locale],
  },
})
