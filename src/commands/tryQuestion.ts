import type { DocumentRef } from '../../ingestion/releases'
import type { Bot, User } from '../../payload-types'
import type { Payload } from 'payload'
import { sentencesOf } from '../answer/cited'
import { toPublic } from '../answer/public'
import type { AnswerRequest, AnswerResponse } from '../answer/schema'
import type { Decision, Resolution, Searched, Sentence, Turn } from '../answer/types'
import type { Deps } from '../deps'
import { buildHandover } from '../handover/package'
import type { RankedPassage } from '../retrieval/types'
import { turnOf } from './answerQuestion'
import { askingBot } from './askingBot'
import { decideTurn } from './decideTurn'
import { describeAnswer, type DescribedAnswer } from './describeAnswer'
import { NotFoundError } from './governedDocument'
import { readTeams } from './handovers/readTeams'
import { overlayOfDraft } from './overlay/overlayOfDraft'

/** A question that a person tried as a bot: all that the bot would have said, and all that it rests on. */
export interface Trial extends DescribedAnswer {
  bot: { id: string; name: string; audiences: Bot['audiences'] }
  /** The document that was tried as if it were published; null where only what is in force was asked. */
  draft: DocumentRef | null
  locale: string
  asOf: string
  /** What was searched for; null when nothing was. */
  searched: Searched | null
  sentences: Sentence[]
  options: string[]
  /** What led to a hand-over: words that matched, or texts that disagree. */
  because: string | null
  /** In their ranking; citations point into them by chunk. */
  candidates: RankedPassage[]
  features: Record<string, number>
  /** Milliseconds by stage. */
  timings: Record<string, number>
  /** What the bot would have been sent; nothing was recorded, so its receipt and hand-over have no id. */
  told: AnswerResponse
}

/**
 * Asks as a bot on a person's behalf. A trial told no customer anything, so it leaves no receipt, gap or hand-over, and
 * no count of them can be wrong by it: what is worth keeping of it becomes an eval case or a reported gap.
 * @param draft a document whose working version is tried as if it were published; bots are never answered from it.
 * @throws {NotFoundError} when this person sees no such bot, or there is no such document.
 */
export const tryQuestion = async (
  deps: Deps,
  {
    user,
    botId,
    request,
    draft,
  }: { user: User; botId: string; request: AnswerRequest; draft?: DocumentRef | undefined },
): Promise<Trial> => {
  const overlay = draft && (await overlayOfDraft(deps, draft))
  const bot = await botFor(deps, { user, botId })
  const turn = await turnOf({ request, bot })
  const { resolution, versions } = await decideTurn(deps, {
    turn,
    bot: askingBot(bot),
    overlay,
    withdrawnToo: request.asOf !== undefined && turn.at < Date.now(),
  })
  const { decision, considered, timings, features } = resolution
  return {
    ...describeAnswer({ turn, bot: askingBot(bot), resolution, versions }),
    bot: { id: bot.id, name: bot.name, audiences: bot.audiences },
    draft: draft ?? null,
    locale: turn.locale,
    asOf: new Date(turn.at).toISOString(),
    searched: resolution.searched ?? null,
    ...saidIn(decision),
    candidates: considered,
    features: features ?? {},
    timings,
    told: await toldOf(deps, { turn, bot, resolution }),
  }
}

async function toldOf(
  { payload }: { payload: Payload },
  { turn, bot, resolution }: { turn: Turn; bot: Bot; resolution: Resolution },
): Promise<AnswerResponse> {
  const { decision, degraded, generation, escalatedBy } = resolution
  const teams = decision.outcome === 'escalated' ? await readTeams(payload) : new Map()
  const handover = buildHandover({ turn, resolution, teams })
  return toPublic({
    decision,
    question: turn.question,
    receiptId: '',
    locale: turn.locale,
    degraded,
    generation,
    escalatedBy,
    bot: askingBot(bot),
    ...(handover && { handover: { id: '', queue: handover.queue, urgency: handover.urgency } }),
  })
}

/** The bot, if this person may see it. @throws {NotFoundError} */
export const botFor = async (
  { payload }: Pick<Deps, 'payload'>,
  { user, botId }: { user: User; botId: string },
): Promise<Bot> => {
  const bot = await payload.findByID({
    collection: 'bots',
    id: botId,
    depth: 0,
    disableErrors: true,
    user: { ...user, collection: 'users' },
    overrideAccess: false,
  })
  if (!bot) throw new NotFoundError(`There is no bot ${botId}.`)
  return bot
}

const saidIn = (decision: Decision): Pick<Trial, 'sentences' | 'options' | 'because'> => ({
  sentences: sentencesOf(decision),
  options: decision.outcome === 'clarify' ? decision.options : [],
  because: 'evidence' in decision ? decision.evidence : null,
})
