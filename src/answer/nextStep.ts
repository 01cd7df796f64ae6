import { languageOf } from '../retrieval/analyze'
import { messagesFor } from './messages'
import type { NextStep } from './schema'
import type { AskingBot } from './types'

type OfferingBot = Pick<AskingBot, 'locales' | 'next'>

/** What a bot offers in the customer's language; a person where nothing is set, or not enough to act on. */
export function nextStepOf({ locales, next }: OfferingBot, locale: string): NextStep {
  const words = messagesFor(locale).next
  const own = next?.words && speaksFirst(locales, locale) ? next.words : null
  if (next?.url && (next.kind === 'link' || next.kind === 'form'))
    return { kind: next.kind, url: next.url, text: own ?? words[next.kind](next.url) }
  if (next?.kind === 'phone' && (next.phone || next.hours)) {
    const { phone, hours } = next
    const text = own ?? words.hours({ phone, hours })
    return { kind: 'hours', ...(phone && { phone }), ...(hours && { hours }), text }
  }
  return { kind: 'person', text: own ?? words.person }
}

const speaksFirst = (locales: readonly string[], locale: string): boolean =>
  languageOf(locales[0] ?? locale) === languageOf(locale)
