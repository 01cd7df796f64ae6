import type { Bot } from '../../payload-types'
import type { AnswerResponse } from '../../src/answer/schema'
import type { Deps } from '../../src/deps'
import { askInTurns } from '../askInTurns'
import type { FieldMessage } from './fieldMessage'
import { faultsOf } from './judgeReply'

export interface AskedMessage {
  id: string
  category: string
  question: string
  outcome: AnswerResponse['outcome']
  reason: string | null
  message: string
  confidence: number | null
  /** Null where only a person can judge. */
  faults: string[] | null
  expected: string | null
}

export interface MessagesReport {
  right: number
  /** Those that can be judged here. */
  of: number
  byCategory: Record<string, { right: number; of: number }>
  messages: AskedMessage[]
}

/** Asks each message as a customer of `bot` would, after the turns before it, each answered by the bot itself. */
export async function askMessages(
  deps: Deps,
  o: { bot: Bot; messages: readonly FieldMessage[]; onProgress?: (done: number, of: number) => void },
): Promise<MessagesReport> {
  const asked: AskedMessage[] = []
  for (const message of o.messages) {
    asked.push(await askMessage(deps, o.bot, message))
    o.onProgress?.(asked.length, o.messages.length)
  }
  const byCategory: MessagesReport['byCategory'] = {}
  for (const { category, faults } of asked) {
    if (!faults) continue
    const row = (byCategory[category] ??= { right: 0, of: 0 })
    row.of++
    if (!faults.length) row.right++
  }
  const rows = Object.values(byCategory)
  return {
    right: rows.reduce((sum, { right }) => sum + right, 0),
    of: rows.reduce((sum, { of }) => sum + of, 0),
    byCategory,
    messages: asked,
  }
}

async function askMessage(deps: Deps, bot: Bot, field: FieldMessage): Promise<AskedMessage> {
  const response = await askInTurns(deps, { bot, earlier: field.earlier, question: field.question })
  return {
    id: field.id,
    category: field.category,
    question: field.question,
    outcome: response.outcome,
    reason: 'reason' in response ? response.reason : null,
    message: response.message,
    confidence: response.outcome === 'answered' ? response.confidence : null,
    faults: typeof field.expect === 'string' ? null : faultsOf(response, field.expect),
    expected: typeof field.expect === 'string' ? field.expect : null,
  }
}
