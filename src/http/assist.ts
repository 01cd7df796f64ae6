import type { Suggestions } from '../commands/assist/suggest'
import { botForColleague } from '../commands/reportGap'
import type { Deps } from '../deps'
import type { Bot } from '../../payload-types'
import type { Audience } from '../vocabulary'
import type { PublicAssist } from './assistSchemas'
import type { Caller } from './authenticate'
import { HttpProblem } from './problem'

/** People who work hand-overs read what is for colleagues. */
const OF_COLLEAGUES: readonly Audience[] = ['public', 'agent']

/**
 * Of which bot a colleague is helped, and whose texts they may read: a desk's key those of its bot, a person those for colleagues
 * too. @throws {HttpProblem} 400 @throws {NotFoundError}
 */
export async function assistedBot(
  deps: Deps,
  { bot, user }: Caller,
  botId: string | undefined,
): Promise<{ bot: Bot; readable: Audience[] }> {
  if (bot) {
    if (botId !== undefined && botId !== bot.id) throw invalidBot('A key is of one bot. Leave this out.')
    return { bot, readable: bot.audiences }
  }
  if (botId === undefined) throw invalidBot('Say of which bot the conversation is.')
  const found = await botForColleague(deps, { user, botId })
  return { bot: found, readable: [...new Set([...OF_COLLEAGUES, ...found.audiences])] }
}

/** Suggestions as the API tells them. */
export function presentAssist({ knowledge, ...made }: Suggestions): PublicAssist {
  return {
    ...made,
    reason: made.reason as PublicAssist['reason'],
    degraded: made.degraded as PublicAssist['degraded'],
    message: made.nothingApproved ? NOTHING : SOMETHING,
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

const NOTHING =
  'Nothing approved covers this. Say only what you know yourself, and report the missing article: POST /gaps.'
const SOMETHING = 'There is an approved reply. Read it against the question before you send it.'

const invalidBot = (detail: string): HttpProblem =>
  new HttpProblem({
    status: 400,
    title: 'Invalid request',
    detail: 'Some fields cannot be used; see “errors”.',
    errors: [{ pointer: '/bot', detail }],
  })
