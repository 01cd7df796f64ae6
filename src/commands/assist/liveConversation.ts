import type { Payload } from 'payload'
import { idOf } from '../../records/content'
import type { LiveMessage } from '../../assist/types'
import type { Answer, Bot, Handover } from '../../../payload-types'
import { parseHandover } from '../parseHandover'
import { NotFoundError } from '../governedDocument'
import { findHandover } from '../handovers/onHandover'
import { readActs } from '../handovers/readHandovers'
import type { Colleague } from '../handovers/types'

/** A conversation that a colleague has, as it stands here. */
export interface LiveConversation {
  bot: Bot
  handover: Handover | null
  messages: LiveMessage[]
  locale: string | null
  conversationId: string | null
}

interface Wanted {
  handoverId?: string | undefined
  /** For a person without a hand-over: the bot whose customer it is. */
  botId?: string | undefined
}

/**
 * What is known here of a conversation: the package of its hand-over, and what colleagues answered since. Without one, whose
 * bot it is. @throws {NotFoundError} for another bot's, or where it is not said.
 */
export async function liveConversation(
  payload: Payload,
  { colleague, handoverId, botId }: Wanted & { colleague: Colleague },
): Promise<LiveConversation> {
  if (handoverId) return ofHandover(payload, { colleague, handoverId })
  const id = colleague.bot ?? botId
  const bot = id ? await findBot(payload, id) : null
  if (!bot)
    throw new NotFoundError('There is no such bot. Give “handoverId”, or “bot” when you are signed in.')
  return { bot, handover: null, messages: [], locale: null, conversationId: null }
}

async function ofHandover(
  payload: Payload,
  { colleague, handoverId }: { colleague: Colleague; handoverId: string },
): Promise<LiveConversation> {
  const handover = await findHandover(payload, { id: handoverId, bot: colleague.bot })
  const [bot, acts, receipt] = await Promise.all([
    findBot(payload, idOf(handover.bot) ?? ''),
    readActs(payload, handover.id),
    payload.db.findOne<Answer>({
      collection: 'answers',
      where: { id: { equals: idOf(handover.receipt) ?? '' } },
      select: { locale: true, conversationId: true },
      req: {},
    }),
  ])
  if (!bot) throw new NotFoundError(`The bot of the hand-over ${handoverId} is not there any more.`)
  const { transcript } = parseHandover(handover.package)
  return {
    bot,
    handover,
    messages: [
      ...transcript.map(({ role, content }) => ({
        role: role === 'user' ? ('customer' as const) : ('bot' as const),
        content,
      })),
      ...acts.flatMap(({ act, text }) =>
        act === 'replied' && text ? [{ role: 'colleague' as const, content: text }] : [],
      ),
    ],
    locale: receipt?.locale ?? null,
    conversationId: receipt?.conversationId ?? null,
  }
}

const findBot = (payload: Payload, id: string): Promise<Bot | null> =>
  payload.db.findOne<Bot>({ collection: 'bots', where: { id: { equals: id } }, req: {} })
