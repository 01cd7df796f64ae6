import type { Transition } from '../../governance/types'
import { exactTime } from '../time/relative'
import { counted } from '../words'
import type { Workflow } from './types'

/** What a button does: one transition, or signing and publishing one after the other. */
export type Press = Transition | 'sign_and_publish'

/** Said when it is done. @param effectiveFrom when it takes effect, where that is later; ISO 8601. */
export const doneWords = (press: Press, effectiveFrom: string | null): string => {
  const day = effectiveFrom && exactTime(effectiveFrom)
  if (day && press === 'publish') return `Scheduled: it takes effect on ${day}.`
  if (day && press === 'sign_and_publish') return `Signed and scheduled: it takes effect on ${day}.`
  return DONE_WORDS[press]
}

const DONE_WORDS: Record<Press, string> = {
  submit: 'Sent for review.',
  request_changes: 'Changes asked for.',
  approve: 'Signed.',
  publish: 'Published.',
  sign_and_publish: 'Signed and published.',
  withdraw: 'Withdrawn: bots no longer use it.',
  recall: 'Taken back: it is a draft again.',
  unschedule: 'Cancelled: what is in force stays in force.',
  verify: 'Confirmed.',
  archive: 'Archived.',
  restore: 'A new draft was started from this text.',
}

export interface Needs {
  title: string
  explain: (workflow: Workflow) => string
  /** What to know before; null when there is nothing. */
  warn?: (workflow: Workflow) => string | null
  comment: string
  required: (workflow: Workflow) => boolean
}

const never = () => false

/** Whoever signs should know what was said of the text and not dealt with. */
const openComments = ({ openComments: open }: Workflow): string | null =>
  open ? `${counted(open, 'open comment')}: read ${open === 1 ? 'it' : 'them'} before you sign.` : null

/** The steps that ask for words, or say their effect, before they are done. */
export const NEEDS_WORDS: Partial<Record<Press, Needs>> = {
  approve: {
    title: 'Sign this version',
    explain: ({ title, version }) =>
      `You sign the text of “${title}”, version ${version}, as it stands. Any later change voids your signature.`,
    warn: openComments,
    comment: 'Comment (optional)',
    required: never,
  },
  sign_and_publish: {
    title: 'Sign and publish',
    explain: ({ title, version }) =>
      `You sign the text of “${title}”, version ${version}, as it stands, and it is published: bots answer from it as soon as it is indexed, or from the day that you sign with it.`,
    warn: openComments,
    comment: 'Comment (optional)',
    required: never,
  },
  request_changes: {
    title: 'Ask for changes',
    explain: ({ openComments }) =>
      `Its author reads this${openComments ? ` and the ${counted(openComments, 'open comment')}` : ''}, and edits the text; the edited version is sent for review again.`,
    comment: 'What should change?',
    required: ({ openComments }) => openComments === 0,
  },
  unschedule: {
    title: 'Cancel what is scheduled',
    explain: ({ title }) =>
      `The signed release of “${title}” that has not begun never will. What is in force stays in force.`,
    comment: 'Why? (kept in the audit)',
    required: never,
  },
  withdraw: {
    title: 'Withdraw now',
    explain: ({ citedBy }) =>
      `Bots stop using this text at once. ${
        citedBy
          ? `${counted(citedBy, 'answer')} cited it; those receipts stay as they are.`
          : 'No answer has cited it.'
      }`,
    comment: 'Why? (kept in the audit)',
    required: never,
  },
  archive: {
    title: 'Archive',
    explain: ({ title }) => `“${title}” is put away. It can be started again from this text later.`,
    comment: 'Why? (kept in the audit)',
    required: never,
  },
}
