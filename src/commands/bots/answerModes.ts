import type { Payload, TypedUser } from 'payload'
import type { Bot } from '../../../payload-types'
import { inTransaction } from '../../database/transaction'
import type { AnswerMode } from '../../vocabulary'
import { findBotNamed } from './findBotNamed'

export type BotMode = Pick<Bot, 'id' | 'name' | 'enabled' | 'tone'> & { answerMode: AnswerMode }

/** How each bot's answers are worded, by name. */
export async function readBotModes(payload: Payload): Promise<BotMode[]> {
  const { docs } = await payload.find({ collection: 'bots', sort: 'name', depth: 0, pagination: false })
  return docs.map(({ id, name, enabled, tone, answerMode }) => ({
    id,
    name,
    enabled,
    tone,
    answerMode: answerMode ?? 'quoted',
  }))
}

/** A bot's answer mode as a line for people. */
export const describeMode = ({ name, enabled, answerMode }: BotMode): string =>
  `${name}: ${answerMode === 'generated' ? 'generated, in a language model’s words' : 'quoted, in the texts’ words'}${enabled ? '' : ' (off)'}`

/**
 * Sets how a bot's answers are worded. Recorded in the audit log as any change of a bot.
 * @throws {NotFoundError} when there is no bot of that name; Payload's Forbidden when this person may not change bots.
 */
export function setAnswerMode(
  { payload, user }: { payload: Payload; user: TypedUser },
  { name, answerMode }: { name: string; answerMode: AnswerMode },
): Promise<BotMode> {
  return inTransaction({ payload, user }, async (req) => {
    const { id } = await findBotNamed(payload, name, req)
    const bot = await payload.update({
      collection: 'bots',
      id,
      data: { answerMode },
      overrideAccess: false,
      user,
      req,
    })
    return { ...bot, answerMode: bot.answerMode ?? 'quoted' }
  })
}
