import type { Bot } from '../../payload-types'
import type { AskingBot, NextSettings } from '../answer/types'
import type { Audience } from '../vocabulary'

/** A stored bot as one that asks. */
export const askingBot = (bot: Bot): AskingBot => ({
  id: bot.id,
  name: bot.name,
  audiences: bot.audiences as Audience[],
  locales: bot.locales ?? [],
  answerMode: bot.answerMode ?? 'quoted',
  tone: bot.tone ?? null,
  next: nextSettingsOf(bot),
})

/** Where a bot has no settings of its own, a person is offered. */
const nextSettingsOf = ({ next }: Bot): NextSettings | null =>
  next?.kind
    ? {
        kind: next.kind,
        url: next.url ?? null,
        phone: next.phone ?? null,
        hours: next.hours ?? null,
        words: next.words ?? null,
      }
    : null
