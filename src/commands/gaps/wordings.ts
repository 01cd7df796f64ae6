import type { Payload } from 'payload'
import { idOf } from '../../records/content'
import type { Answer, Bot, Gap, GapEvent } from '../../../payload-types'
import type { Message } from '../../answer/types'
import { pagesOf, rowsById } from '../../database/pages'
import { ERASED } from '../../vocabulary'
import { parseReceipt } from '../parseReceipt'
import { underGap } from './placed'

/** One way in which a gap’s question was asked: what must be answered before the gap is closed. */
export interface Wording {
  question: string
  messages: Message[]
  locale: string
  bot: Bot
  /** The askings in these words; none of a gap that a person reported. */
  events: string[]
}

/** Events read at once; a gap may have thousands. */
const AT_ONCE = 200

/**
 * Every wording under a gap, each once, with the turns before it, its language and the bot that was asked; the gap’s own
 * question first. Null where one of its bots is no longer there: then it cannot be asked as it was.
 * @param locale of a gap that a person reported, which no customer asked.
 */
export async function wordingsOf(
  payload: Payload,
  { gap, locale }: { gap: Gap; locale: string },
): Promise<Wording[] | null> {
  const asked = await askedUnder(payload, gap.id)
  // Where nobody's words are left there is nothing to ask.
  const own =
    gap.question === ERASED || asked.some(({ question }) => question === gap.question)
      ? []
      : [{ question: gap.question, messages: [], locale, botId: idOf(gap.bot) ?? '', events: [] }]
  const distinct = new Map<string, Asked>()
  for (const each of [...own, ...asked]) {
    const { events, ...wording } = each
    const key = JSON.stringify(wording)
    const known = distinct.get(key)
    if (known) known.events.push(...events)
    else distinct.set(key, each)
  }
  const first = [...distinct.values()].toSorted(
    (a, b) => Number(b.question === gap.question) - Number(a.question === gap.question),
  )
  const bots = await rowsById<Bot>(payload, { collection: 'bots', ids: first.map(({ botId }) => botId) })
  if (first.some(({ botId }) => !bots.has(botId))) return null
  return first.map(({ question, messages, locale: spoken, botId, events }) => ({
    question,
    messages,
    events,
    locale: spoken,
    bot: bots.get(botId)!,
  }))
}

type Asked = Omit<Wording, 'bot'> & { botId: string }

async function askedUnder(payload: Payload, gap: string): Promise<Asked[]> {
  const found: Asked[] = []
  const pages = pagesOf<GapEvent>(payload, {
    collection: 'gap-events',
    where: await underGap(payload, gap),
    size: AT_ONCE,
  })
  for await (const events of pages) {
    const receipts = await rowsById<Answer>(payload, {
      collection: 'answers',
      ids: events.flatMap(({ receipt }) => idOf(receipt) ?? []),
    })
    for (const { id, question, bot, receipt } of events) {
      const row = receipts.get(idOf(receipt) ?? '')
      if (!row || question === ERASED) continue
      const { messages } = parseReceipt(row)
      found.push({ question, messages, locale: row.locale, botId: idOf(bot) ?? '', events: [id] })
    }
  }
  return found
}
