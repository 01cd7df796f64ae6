/** What a colleague says while doing something with a hand-over. */
export interface Act {
  /** As the API calls it. */
  name: 'reply' | 'note' | 'resolve' | 'return'
  button: string
  title: string
  question: string
  /** What its words are called in the request. */
  field: 'text' | 'summary'
  required: boolean
  needsClaim: boolean
  /** What is said when it was done. */
  done: string
}

export const ACTS: readonly Act[] = [
  {
    name: 'reply',
    button: 'Reply',
    title: 'Reply to the customer',
    question: 'What do you tell them? It goes to where they wrote.',
    field: 'text',
    required: true,
    needsClaim: true,
    done: 'Kept, and told to every system that listens.',
  },
  {
    name: 'note',
    button: 'Note',
    title: 'Leave a note',
    question: 'What should colleagues know? The customer does not see it.',
    field: 'text',
    required: true,
    needsClaim: false,
    done: 'Noted.',
  },
  {
    name: 'resolve',
    button: 'Done',
    title: 'This is done',
    question: 'What was done?',
    field: 'summary',
    required: false,
    needsClaim: true,
    done: 'Done.',
  },
  {
    name: 'return',
    button: 'Back to the bot',
    title: 'Give it back to the bot',
    question: 'What happened meanwhile? The bot is told, so that nobody says it twice.',
    field: 'summary',
    required: true,
    needsClaim: true,
    done: 'The bot goes on.',
  },
]
