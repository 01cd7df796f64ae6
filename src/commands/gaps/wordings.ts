import type { Payload, Where } from 'payload'
import { idOf } from '../../../collections/governed/content'
import type { Answer, Bot, Gap } from '../../../payload-types'
import type { Message } from '../../answer/types'
import { parseReceipt } from '../parseReceipt'

/** One way in which a gap’s question was asked: what must be answered before the gap is closed. */
export interface Wording {
  question: string
  messages: Message[]
  locale: string
  bot: Bot
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
  const own = asked.some(({ question }) => question === gap.question)
    ? []
    : [{ question: gap.question, messages: [], locale, botId: idOf(gap.bot) ?? '' }]
  const distinct = new Map([...own, ...asked].map((each) => [JSON.stringify(each), each]))
  const first = [...distinct.values()].toSorted(
    (a, b) => Number(b.question === gap.question) - Number(a.question === gap.question),
  )
  const bots = await botsById(payload, new Set(first.map(({ botId }) => botId)))
  if (first.some(({ botId }) => !bots.has(botId))) return null
  return first.map(({ question, messages, locale: spoken, botId }) => ({
    question,
    messages,
    locale: spoken,
    bot: bots.get(botId)!,
  }))
}

type Asked = Omit<Wording, 'bot'> & { botId: string }

async function askedUnder(payload: Payload, gap: string): Promise<Asked[]> {
  const found: Asked[] = []
  for (let page = 1; ; page++) {
    const { docs, hasNextPage } = await payload.find({
      collection: 'gap-events',
      where: { gap: { equals: gap } },
      sort: 'id',
      depth: 0,
      limit: AT_ONCE,
      page,
    })
    const receipts = await receiptsById(
      payload,
      docs.flatMap(({ receipt }) => idOf(receipt) ?? []),
    )
    for (const { question, bot, receipt } of docs) {
      const row = receipts.get(idOf(receipt) ?? '')
      if (!row) continue
      const { messages } = parseReceipt(row)
      found.push({ question, messages, locale: row.locale, botId: idOf(bot) ?? '' })
    }
    if (!hasNextPage) return found
  }
}

const receiptsById = async (payload: Payload, ids: string[]): Promise<Map<string, Answer>> =>
  byId((await payload.find({ collection: 'answers', where: among(ids), depth: 0, pagination: false })).docs)

const botsById = async (payload: Payload, ids: ReadonlySet<string>): Promise<Map<string, Bot>> =>
  byId((await payload.find({ collection: 'bots', where: among([...ids]), depth: 0, pagination: false })).docs)

const among = (ids: string[]): Where => ({ id: { in: ids } })

const byId = <Row extends { id: string }>(rows: Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [row.id, row]))
