import type { Uncovered, UncoveredBecause } from './types'

const BECAUSE: Readonly<Record<UncoveredBecause, string>> = {
  no_answer: 'Nothing approved covers this. Say only what you know to be so, and report what is missing.',
  only_for_colleagues:
    'Only texts for colleagues say it. Read them; the customer may not be told their words.',
  texts_disagree:
    'Approved texts disagree about it. Find out which one holds before you answer, and report it.',
  unavailable: 'The texts could not be searched. Try again shortly; nothing was guessed.',
}

/** What a colleague is told where no approved text answers; null where one does. */
export const noticeOf = ({
  nothingApproved,
  uncovered,
}: {
  nothingApproved: boolean
  uncovered: readonly Uncovered[]
}): string | null => (nothingApproved ? BECAUSE[uncovered[0]?.because ?? 'no_answer'] : null)
