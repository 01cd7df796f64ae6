import type { ShownAnswer } from './answer'

/** What a customer and a bot said, and where it stands: everything that is shown is made of it. */
export interface Conversation {
  /** Ours, and nobody can guess it. */
  id: string
  turns: readonly Turn[]
  /** What is typed and not sent. */
  draft: string
  /** What was sent and is not answered. */
  pending: Pending | null
  /** What went wrong with what was sent last, and is in `draft` again. */
  problem: ChatProblem | null
  /** Of what failed: sent again unchanged, it is the same question. */
  unanswered: Pending | null
  /** The colleague's side, once the customer was passed to a person. */
  desk: Desk | null
  /** Whether the bot takes what customers think of its answers. */
  takesFeedback: boolean
}

/** What is known of the hand-over that the customer waits for. */
export interface Desk {
  handover: string
  state: 'open' | 'claimed' | 'resolved' | 'returned'
  /** Who has it. */
  by: string | null
  /** How many of their replies are shown. */
  seen: number
}

/** What a colleague wrote. */
export interface Reply {
  id: string
  text: string
  by: string
}

export interface Pending {
  text: string
  idempotencyKey: string
}

export type Thumb = 'up' | 'down'
export type Turn =
  | { from: 'customer'; text: string }
  | { from: 'bot'; answer: ShownAnswer; thumb: Thumb | null }
  | ({ from: 'colleague' } & Reply)

/** Why there is no answer, as far as a customer can do something about it. */
export interface ChatProblem {
  kind: 'unreached' | 'too_many' | 'unavailable' | 'not_set_up' | 'not_accepted'
  /** When to try again, where the server says. */
  retryAfterSeconds: number | null
  /** The server's own words for a customer. */
  message: string | null
}

export type ChatEvent =
  | { type: 'typed'; text: string }
  | { type: 'asked'; text: string; idempotencyKey: string }
  | { type: 'answered'; answer: ShownAnswer }
  | { type: 'failed'; problem: ChatProblem }
  | { type: 'judged'; receiptId: string; thumb: Thumb | null }
  | { type: 'feedback_refused' }
  | { type: 'looked'; handover: string; state: Desk['state']; by: string | null; replies: readonly Reply[] }
  | { type: 'restarted'; id: string }

/** As the API takes it. */
export const LONGEST_QUESTION = 4_000
const MOST_MESSAGES = 50
const LONGEST_MESSAGE = 8_000

/** A conversation in which nothing was said. */
export function begin(id: string): Conversation {
  return {
    id,
    turns: [],
    draft: '',
    pending: null,
    problem: null,
    unanswered: null,
    desk: null,
    takesFeedback: true,
  }
}

/** The conversation after something happened to it. */
export function after(conversation: Conversation, event: ChatEvent): Conversation {
  switch (event.type) {
    case 'typed':
      return { ...conversation, draft: event.text.slice(0, LONGEST_QUESTION) }
    case 'asked':
      return asked(conversation, event)
    case 'answered':
      return answered(conversation, event.answer)
    case 'failed':
      return failed(conversation, event.problem)
    case 'judged':
      return { ...conversation, turns: conversation.turns.map((turn) => judged(turn, event)) }
    case 'feedback_refused':
      return { ...conversation, takesFeedback: false }
    case 'looked':
      return looked(conversation, event)
    case 'restarted':
      return { ...begin(event.id), takesFeedback: conversation.takesFeedback }
  }
}

/** What was said, as the API takes it: the latest turns, without what is being asked. */
export function messagesOf({
  turns,
}: Pick<Conversation, 'turns'>): { role: 'user' | 'assistant'; content: string }[] {
  return turns
    .map((turn) => ({
      role: turn.from === 'customer' ? ('user' as const) : ('assistant' as const),
      content: (turn.from === 'bot' ? turn.answer.message : turn.text).slice(0, LONGEST_MESSAGE),
    }))
    .slice(-MOST_MESSAGES)
}

/** The answer whose choices are still open: the last one, while nothing else is asked. */
export function openAnswer({ turns, pending }: Conversation): ShownAnswer | null {
  const last = turns.at(-1)
  return last?.from === 'bot' && !pending ? last.answer : null
}

/** One question at a time; a blank one is none. */
function asked(
  conversation: Conversation,
  { text, idempotencyKey }: { text: string; idempotencyKey: string },
): Conversation {
  const question = text.trim().slice(0, LONGEST_QUESTION)
  if (conversation.pending || !question) return conversation
  const { unanswered, draft } = conversation
  const again = unanswered?.text === question
  return {
    ...conversation,
    // A button asks something else than what is typed, which stays.
    draft: draft.trim().slice(0, LONGEST_QUESTION) === question ? '' : draft,
    pending: again ? unanswered : { text: question, idempotencyKey },
    problem: null,
    unanswered: null,
  }
}

function answered(conversation: Conversation, answer: ShownAnswer): Conversation {
  const { pending, turns } = conversation
  // An answer to what was begun anew since is no part of it.
  if (!pending) return conversation
  const turn: Turn = { from: 'bot', answer, thumb: null }
  return {
    ...conversation,
    pending: null,
    turns: [...turns, { from: 'customer', text: pending.text }, turn],
    desk: deskAfter(conversation.desk, answer),
  }
}

/** The latest hand-over is the one that is waited for. */
function deskAfter(desk: Desk | null, { handover }: ShownAnswer): Desk | null {
  if (!handover?.reference || handover.reference === desk?.handover) return desk
  return { handover: handover.reference, state: 'open', by: null, seen: 0 }
}

/** Replies of a hand-over that is not waited for any more are no part of the conversation; nor is one that is shown. */
function looked(
  conversation: Conversation,
  { handover, state, by, replies }: Extract<ChatEvent, { type: 'looked' }>,
): Conversation {
  const { desk, turns } = conversation
  if (desk?.handover !== handover) return conversation
  if (!replies.length && desk.state === state && desk.by === by) return conversation
  const shown = new Set(turns.flatMap((turn) => (turn.from === 'colleague' ? [turn.id] : [])))
  const added = replies.filter(({ id }) => !shown.has(id))
  return {
    ...conversation,
    turns: [
      ...turns,
      ...added.map(({ id, text, by: who }) => ({ from: 'colleague' as const, id, text, by: who })),
    ],
    desk: { handover, state, by, seen: desk.seen + replies.length },
  }
}

/** What was typed comes back; what was typed meanwhile stands below it. */
function failed(conversation: Conversation, problem: ChatProblem): Conversation {
  const { pending, draft } = conversation
  if (!pending) return conversation
  const text = draft.trim() ? `${pending.text}\n${draft}` : pending.text
  return {
    ...conversation,
    pending: null,
    draft: text.slice(0, LONGEST_QUESTION),
    // What is not accepted would not be accepted again.
    unanswered: problem.kind === 'not_accepted' ? null : pending,
    problem,
  }
}

function judged(turn: Turn, { receiptId, thumb }: { receiptId: string; thumb: Thumb | null }): Turn {
  return turn.from === 'bot' && turn.answer.receiptId === receiptId ? { ...turn, thumb } : turn
}
