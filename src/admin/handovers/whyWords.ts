import type { HandoverRecord } from '../../commands/parseHandover'
import { ESCALATION_TITLES } from '../../escalation/builtIn'
import { reasonWords, sentence } from '../words'

/** Why a conversation came to a person: what it is about where that is known, for “sensitive topic” tells a desk nothing. */
export const whyWords = ({ label }: Pick<HandoverRecord, 'label'>, reason: string): string =>
  label && label !== reason ? ESCALATION_TITLES[label] : sentence(reasonWords(reason))
