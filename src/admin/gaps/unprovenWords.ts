import type { Unproven } from '../../commands/gaps/proof'

/** Why a wording is not proven, as people say it. */
export const UNPROVEN_WORDS: Record<Unproven, string> = {
  not_answered: 'it is still not answered. Say it in the customer’s words',
  for_a_person: 'it is passed to a person before a text is looked for',
  other_text: 'another text has its say first. Amend that one, or make this one plainer',
  not_sure_it_answers: 'it is not sure that the text answers it. Say it plainly in one sentence',
  fact_missing: 'the text speaks of it and does not say it. Add the fact',
  bot_gone: 'the bot that was asked is no longer there. Move these askings, or dismiss the gap',
  to_confirm: 'all is answered. The text is sensitive or regulated, so an approver confirms it',
}
