import { wasEscalated } from './resolution'
import type { Conversation } from './types'

/** How a conversation ended, the best first. Each has one, so that they sum to all. */
export const ENDINGS = ['answered', 'handed_over', 'asked_back', 'refused', 'aside'] as const
export type Ending = (typeof ENDINGS)[number]

/** In words for people, and what each means. */
export const ENDING_WORDS: Record<Ending, { name: string; meaning: string }> = {
  answered: { name: 'Answered', meaning: 'its last question was answered' },
  handed_over: { name: 'Handed over', meaning: 'a turn of it was handed over, whatever came after' },
  asked_back: { name: 'Abandoned', meaning: 'the bot asked back, and the customer said no more' },
  refused: { name: 'Refused', meaning: 'its last question was refused' },
  aside: {
    name: 'Nothing asked',
    meaning: 'small talk, or things that are not the company’s, and nothing else',
  },
}

/** A “thanks” at the end does not change how it ended: small talk counts where there is nothing else. Pure. */
export function endingOf(conversation: Conversation): Ending {
  if (wasEscalated(conversation)) return 'handed_over'
  const last = conversation.turns.findLast(({ reason }) => reason !== 'out_of_scope')
  switch (last?.outcome) {
    case 'answered':
      return 'answered'
    case 'clarify':
      return 'asked_back'
    case undefined:
      return 'aside'
    default:
      return 'refused'
  }
}
