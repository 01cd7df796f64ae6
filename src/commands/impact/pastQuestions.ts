import type { Payload, Where } from 'payload'
import type { DocumentRef } from '../../../ingestion/releases'
import type { Answer, Bot, Gap } from '../../../payload-types'
import { anonymousTurn } from '../../answer/anonymousTurn'
import { pagesOf, rowsById } from '../../database/pages'
import { idOf } from '../../records/content'
import { OPEN_GAP_STATES } from '../../vocabulary'
import { askingBot } from '../askingBot'
import { wordingsOf } from '../gaps/wordings'
import type { ProofQuestion } from '../overlay/askAbout'
import { parseReceipt } from '../parseReceipt'

/** A question that was asked before, as it was asked. */
export interface PastQuestion extends ProofQuestion {
  /** Where it comes from. */
  from: { receiptId: string } | { gapId: string }
}

/** What is looked at of the past, in days. */
const PAST_DAYS = 180
/** So many receipts are looked through for different questions; in a busy shop most are asked again and again. */
const MOST_RECEIPTS = 20_000
const PAGE = 500

/**
 * Past questions that a text may touch, each once: those that its document answered, those in open gaps, then the latest
 * others, `most` of them in all. Whoever asks them asks in the texts' own words, so that nothing is sent to a model.
 */
export async function readPastQuestions(
  payload: Payload,
  { document, most }: { document: DocumentRef; most: number },
): Promise<PastQuestion[]> {
  const found = new Map<string, PastQuestion>()
  const since = { createdAt: { greater_than: new Date(Date.now() - PAST_DAYS * 86_400_000).toISOString() } }
  await addReceipts(payload, found, { most, where: { citedDocuments: { in: [document.id] } } })
  await addGaps(payload, found, most)
  await addReceipts(payload, found, { most, where: since })
  return [...found.values()].slice(0, most)
}

async function addReceipts(
  payload: Payload,
  found: Map<string, PastQuestion>,
  { most, where }: { most: number; where: Where },
): Promise<void> {
  const bots = new Map<string, Bot>()
  let [before, looked] = ['', 0]
  while (found.size < most && looked < MOST_RECEIPTS) {
    const { docs } = await payload.db.find<Answer>({
      collection: 'answers',
      where: {
        and: [where, { erasedAt: { exists: false } }, before ? { createdAt: { less_than: before } } : {}],
      },
      sort: '-createdAt',
      limit: PAGE,
      pagination: false,
      select: { question: true, messages: true, locale: true, bot: true, createdAt: true },
      req: {},
    })
    const ids = docs.flatMap(({ bot }) => idOf(bot) ?? []).filter((id) => !bots.has(id))
    for (const [id, bot] of await rowsById<Bot>(payload, { collection: 'bots', ids })) bots.set(id, bot)
    for (const row of docs) add(found, row, bots.get(idOf(row.bot) ?? ''))
    looked += docs.length
    before = docs.at(-1)?.createdAt ?? ''
    if (docs.length < PAGE) return
  }
}

function add(found: Map<string, PastQuestion>, row: Answer, bot: Bot | undefined): void {
  if (!bot) return
  const { messages } = parseReceipt(row)
  const asked = anonymousTurn({ question: row.question, messages, locale: row.locale })
  keep(found, { ...asked, from: { receiptId: row.id }, bot })
}

/** Once, however often it was asked of the same audiences. */
function keep(
  found: Map<string, PastQuestion>,
  { question, messages, locale, from, bot }: Omit<PastQuestion, 'bot'> & { bot: Bot },
): void {
  const key = JSON.stringify([question.trim().toLowerCase(), messages, locale, bot.audiences])
  if (!found.has(key))
    found.set(key, { question, messages: messages ?? [], locale, from, bot: inOwnWords(bot) })
}

const inOwnWords = (bot: Bot) => ({ ...askingBot(bot), answerMode: 'quoted' as const })

async function addGaps(payload: Payload, found: Map<string, PastQuestion>, most: number): Promise<void> {
  const pages = pagesOf<Gap>(payload, {
    collection: 'gaps',
    where: { state: { in: [...OPEN_GAP_STATES] } },
  })
  for await (const gaps of pages)
    for (const gap of gaps) {
      if (found.size >= most) return
      for (const wording of (await wordingsOf(payload, { gap, locale: 'en-GB' })) ?? [])
        keep(found, { ...wording, from: { gapId: gap.id } })
    }
}
