import type { Bot } from '../../payload-types'
import { VouchError } from '../errors'

/** A bot may not ask about this instant. `future`: only people may. `history`: it lacks the scope. */
export class InstantRefused extends VouchError {
  override name = 'InstantRefused'
  constructor(
    readonly because: 'future' | 'history',
    message: string,
  ) {
    super(message)
  }
}

/** Clocks of two machines differ; within this an instant is the present one. */
const CLOCKS_DIFFER_MS = 60_000

/**
 * Lets a bot ask about the present, and about the past with the scope for it. What is scheduled is nobody's to tell
 * before its time: a person may try it.
 * @throws {InstantRefused}
 */
export const assertMayAskAbout = (
  bot: Pick<Bot, 'scopes'>,
  asOf: string | undefined,
  now = Date.now(),
): void => {
  if (asOf === undefined) return
  const at = Date.parse(asOf)
  if (at > now + CLOCKS_DIFFER_MS)
    throw new InstantRefused(
      'future',
      'A bot is told nothing of an instant to come. Leave “asOf” out, or ask as a person, in Try it.',
    )
  if (at < now - CLOCKS_DIFFER_MS && !bot.scopes.includes('answer:history'))
    throw new InstantRefused(
      'history',
      'This key’s bot does not have the scope “answer:history”, which a question about a past instant needs.',
    )
}
