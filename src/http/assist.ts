import { liveHandover } from '../commands/assist/liveHandover'
import type { Live, Suggestions } from '../commands/assist/suggest'
import { botForColleague } from '../commands/reportGap'
import type { Deps } from '../deps'
import type { LiveTurn } from '../handover/assist'
import type { Audience, UncoveredBecause } from '../vocabulary'
import type { PublicAssist } from './assistSchemas'
import type { Caller } from './authenticate'
import { HttpProblem } from './problem'

/** People who work hand-overs read what is for colleagues. */
const OF_COLLEAGUES: readonly Audience[] = ['public', 'agent']

interface Asked {
  bot?: string | undefined
  handoverId?: string | undefined
  messages?: LiveTurn[] | undefined
  locale?: string | undefined
}

/**
 * Which conversation it is, with which bot, and whose texts the colleague may read: a desk's key those of its bot, a person those
 * for colleagues too. @throws {HttpProblem} 400 @throws {NotFoundError}
 */
export async function assistedConversation(
  deps: Deps,
  { bot, user }: Caller,
  asked: Asked,
): Promise<Pick<Live, 'bot' | 'turns' | 'locale' | 'readable' | 'handover'>> {
  const { handoverId, messages = [], locale } = asked
  if (bot && asked.bot !== undefined && asked.bot !== bot.id)
    throw invalidBot('A key is of one bot. Leave this out.')
  const known = handoverId ? await liveHandover(deps, { id: handoverId, bot: bot?.id ?? null }) : null
  const its = known?.bot ?? bot ?? (await botForColleague(deps, { user, botId: toldBot(asked) }))
  return {
    bot: its,
    turns: messages.length > 0 ? messages : (known?.turns ?? []),
    locale: locale ?? known?.locale,
    handover: handoverId && known ? { id: handoverId, conversationId: known.conversationId } : null,
    readable: user ? [...new Set([...OF_COLLEAGUES, ...its.audiences])] : its.audiences,
  }
}

function toldBot({ bot }: Asked): string {
  if (bot === undefined) throw invalidBot('Say of which bot the conversation is, or of which hand-over.')
  return bot
}

/** Suggestions as the API tells them. */
export function presentAssist({ knowledge, ...made }: Suggestions): PublicAssist {
  return {
    ...made,
    reason: made.reason as PublicAssist['reason'],
    degraded: made.degraded as PublicAssist['degraded'],
    message: messageOf(made),
    knowledge: knowledge.map(({ document, version, releaseId, headingPath, text, audience, validFrom }) => ({
      document,
      version,
      releaseId,
      headingPath,
      text,
      audience,
      validFrom,
    })),
  }
}

const BECAUSE: Readonly<Record<UncoveredBecause, string>> = {
  no_answer:
    'Nothing approved covers this. Say only what you know yourself, and report the missing article with the hand-over.',
  only_for_colleagues:
    'Nothing approved covers this for the customer: only texts for colleagues do. Read them; their words are not to be sent.',
  texts_disagree:
    'Approved texts disagree about this. Find out which one holds before you answer, and report the other.',
  unavailable: 'The texts could not be searched. Try again shortly; nothing was guessed.',
}

function messageOf({ because, suggestedReplies }: Pick<Suggestions, 'because' | 'suggestedReplies'>): string {
  if (because) return BECAUSE[because]
  return suggestedReplies.length > 0
    ? 'There is an approved reply. Read it against the question before you send it.'
    : 'The customer was told what is approved already. Ask what is still open.'
}

const invalidBot = (detail: string): HttpProblem =>
  new HttpProblem({
    status: 400,
    title: 'Invalid request',
    detail: 'Some fields cannot be used; see “errors”.',
    errors: [{ pointer: '/bot', detail }],
  })
