import type { HandoverRecord } from '../../commands/parseHandover'
import { ESCALATION_TITLES } from '../../escalation/builtIn'
import { reasonWords, sentence } from '../words'

/** Why a conversation came to a person: what it is about where that is known, for “sensitive topic” tells a desk nothing. */
export const whyWords = ({ label }: Pick<HandoverRecord, 'label'>, reason: string): string =>
  label && label !== reason ? ESCALATION_TITLES[label] : sentence(reasonWords(reason))

/** What a customer’s mood was read from: their words, and in brackets what they are a sign of. */
export const moodWords = (why: readonly string[]): string =>
  why
    .map((each) => {
      const at = each.indexOf(': ')
      return at === -1 ? each : `“${each.slice(at + 2).trim()}” (${each.slice(0, at)})`
    })
    .join(', ')
