import type { Transition } from '../../governance/types'
import { counted } from '../words'
import type { Workflow } from './types'

/** Said when it is done. */
export const DONE_WORDS: Record<Transition, string> = {
  submit: 'Sent for review.',
  request_changes: 'Changes asked for.',
  approve: 'Signed.',
  publish: 'Published.',
  withdraw: 'Withdrawn: bots no longer use it.',
  recall: 'Taken back: it is a draft again.',
  unschedule: 'Cancelled: what is in force stays in force.',
  verify: 'Confirmed.',
  archive: 'Archived.',
  restore: 'A new draft was started from this text.',
}

interface Needs {
  title: string
  explain: (workflow: Workflow) => string
  comment: string
  required: boolean
}

/** The steps that ask for words, or say their effect, before they are done. */
export const NEEDS_WORDS: Partial<Record<Transition, Needs>> = {
  approve: {
    title: 'Sign this version',
    explain: ({ title, version }) =>
      `You sign the text of “${title}”, version ${version}, as it stands. Any later change voids your signature.`,
    comment: 'Comment (optional)',
    required: false,
  },
  request_changes: {
    title: 'Ask for changes',
    explain: () => 'Its author reads this and edits the text; the edited version is sent for review again.',
    comment: 'What should change?',
    required: true,
  },
  unschedule: {
    title: 'Cancel what is scheduled',
    explain: ({ title }) =>
      `The signed release of “${title}” that has not begun never will. What is in force stays in force.`,
    comment: 'Why? (kept in the audit)',
    required: false,
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
    required: false,
  },
}
