/** What an empty list says: what will stand there, and the one thing to do to see it. */
export interface EmptyWords {
  nothing: string
  how: string
  /** A command line that does it, where no button does. */
  command?: string
}

/** By collection. */
export const EMPTY_WORDS: Readonly<Record<string, EmptyWords>> = {
  bots: {
    nothing: 'No bot may ask anything yet.',
    how: 'With “Create New” you name a bot and whom it speaks to. Its key then opens the answers, and nothing else.',
  },
  topics: {
    nothing: 'No topic is named yet.',
    how: 'With “Create New” you say what texts are about: each topic has a team that takes over, and a lead who signs.',
  },
  delegations: {
    nothing: 'Nobody stands in for anybody.',
    how: 'Going away? With “Create New” you name a colleague and until when. They then sign with your right, and each signature says so.',
  },
  webhooks: {
    nothing: 'No other system is told of anything.',
    how: 'With “Create New” you name an address: a desk that gets each hand-over, and that brings colleagues’ replies to customers.',
  },
  'webhook-deliveries': {
    nothing: 'Nothing was sent.',
    how: 'Each message to another system stands here, with when it was taken, or why it was not. Set a system up under Webhooks.',
  },
  recalls: {
    nothing: 'Nothing was called back.',
    how: 'Once a text turns out to have been wrong, a recall lists every answer that had quoted it, for somebody to follow up. One begins on the command line:',
    command: 'npm run -s vouch -- recall RELEASE --as EMAIL',
  },
  calibrations: {
    nothing: 'None was fitted here, so the one that ships with Vouch counts.',
    how: 'One of your own is fitted on the eval cases that you keep, on the command line:',
    command: 'npm run -s vouch -- calibrate',
  },
  answers: {
    nothing: 'No bot was asked yet.',
    how: 'Each question to a bot leaves a receipt here: what was said, what it rests on, and who signed that. Make a bot a key under Bots, and ask it.',
  },
  'eval-cases': {
    nothing: 'No question is kept yet.',
    how: 'Ask one in Try it and press “Keep as an eval case”: it is asked again in every run, and a wrong answer shows in Evals.',
  },
}
