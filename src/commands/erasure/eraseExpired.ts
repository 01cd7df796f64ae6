import type { Bot } from '../../../payload-types'
import { compactDatabase } from '../../database/compact'
import type { Deps } from '../../deps'
import { SYSTEM } from '../../records/recordAudit'
import { eraseConversations } from './eraseCustomer'
import { conversationsBefore, type ErasableConversation } from './findConversations'

const DAY_MS = 86_400_000

/** What of a bot's conversations is past the time that their text is kept. */
export interface Expired {
  bot: Pick<Bot, 'id' | 'name'>
  /** Days that text is kept after a conversation's last turn. */
  days: number
  conversations: ErasableConversation[]
}

/** By bot, what is due to be erased now; bots whose texts are kept for good are left out. */
export async function readExpired(
  { payload, env }: Pick<Deps, 'payload' | 'env'>,
  now = Date.now(),
): Promise<Expired[]> {
  const { docs } = await payload.db.find<Bot>({ collection: 'bots', limit: 0, pagination: false, req: {} })
  const expired: Expired[] = []
  for (const bot of docs) {
    const days = bot.keepTextDays ?? env.VOUCH_KEEP_TEXT_DAYS
    if (!days) continue
    const until = new Date(now - days * DAY_MS).toISOString()
    expired.push({ bot, days, conversations: await conversationsBefore(payload, { until, bot: bot.id }) })
  }
  return expired
}

/** Erases the text of conversations that are past their time, as a customer's is erased. @returns how many receipts. */
export async function eraseExpired(deps: Deps, now = Date.now()): Promise<number> {
  let receipts = 0
  for (const { bot, conversations } of await readExpired(deps, now)) {
    await eraseConversations(deps, {
      erasure: {
        actor: SYSTEM,
        because: 'retention',
        subject: { id: bot.id, title: `texts of ${bot.name}` },
      },
      conversations,
    })
    receipts += conversations.reduce((sum, each) => sum + each.receipts.length, 0)
  }
  if (receipts > 0) await compactDatabase(deps.payload)
  return receipts
}
