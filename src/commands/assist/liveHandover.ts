import type { Answer, Bot } from '../../../payload-types'
import type { Deps } from '../../deps'
import type { LiveTurn } from '../../handover/assist'
import { idOf } from '../../records/content'
import { NotFoundError } from '../governedDocument'
import { findHandover } from '../handovers/onHandover'
import { readActs } from '../handovers/readHandovers'
import { parseHandover } from '../parseHandover'

/** What is known here of a conversation that was handed over. */
export interface LiveHandover {
  bot: Bot
  turns: LiveTurn[]
  locale: string | undefined
  /** As its receipt keeps it. */
  conversationId: string | null
}

/**
 * A conversation that was handed over: as it was passed on, and what colleagues answered since.
 * @param bot null: a person asks. @throws {NotFoundError} for another bot's.
 */
export async function liveHandover(
  { payload }: Pick<Deps, 'payload'>,
  { id, bot }: { id: string; bot: string | null },
): Promise<LiveHandover> {
  const handover = await findHandover(payload, { id, bot })
  const [its, acts, receipt] = await Promise.all([
    payload.db.findOne<Bot>({
      collection: 'bots',
      where: { id: { equals: idOf(handover.bot) ?? '' } },
      req: {},
    }),
    readActs(payload, handover.id),
    payload.db.findOne<Answer>({
      collection: 'answers',
      where: { id: { equals: idOf(handover.receipt) ?? '' } },
      select: { locale: true, conversationId: true },
      req: {},
    }),
  ])
  if (!its) throw new NotFoundError(`The bot of the hand-over ${id} is not there any more.`)
  const { transcript } = parseHandover(handover.package)
  return {
    bot: its,
    turns: [
      ...transcript.map(({ role, content }): LiveTurn => ({
        role: role === 'user' ? 'customer' : 'bot',
        content,
      })),
      ...acts.flatMap(({ act, text }): LiveTurn[] =>
        act === 'replied' && text ? [{ role: 'agent', content: text }] : [],
      ),
    ],
    locale: receipt?.locale ?? undefined,
    conversationId: receipt?.conversationId ?? null,
  }
}
