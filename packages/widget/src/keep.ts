import { begin, type Conversation } from './conversation'

/** Of `sessionStorage`; a browser that keeps nothing has none. */
export type Drawer = Pick<Storage, 'getItem' | 'setItem'>

/** Whatever is kept otherwise is not read. */
const SHAPE = 1
/** A conversation that is larger is not kept whole: browsers keep about five million signs for a site. */
const MOST_TURNS = 200

/** Keeps a conversation until the tab is closed. What cannot be kept is lost with the page, and nothing else is. */
export function keepConversation(drawer: Drawer | null, name: string, conversation: Conversation): void {
  const { id, draft, pending, unanswered, desk, takesFeedback } = conversation
  const turns = conversation.turns.slice(-MOST_TURNS)
  try {
    drawer?.setItem(
      name,
      JSON.stringify({ shape: SHAPE, id, turns, draft, pending, unanswered, desk, takesFeedback }),
    )
  } catch {
    // Full, or not allowed.
  }
}

/** The conversation of this tab, or a new one. What was sent and not answered is in the box again. */
export function readConversation(drawer: Drawer | null, name: string, newId: () => string): Conversation {
  try {
    const kept: unknown = JSON.parse(drawer?.getItem(name) ?? 'null')
    return isKept(kept) ? resumed(kept) : begin(newId())
  } catch {
    return begin(newId())
  }
}

type Kept = Omit<Conversation, 'problem'> & { shape: number }

function resumed({ id, turns, draft, pending, unanswered, desk, takesFeedback }: Kept): Conversation {
  return {
    ...begin(id),
    turns,
    desk: isDesk(desk) ? desk : null,
    takesFeedback,
    draft: pending ? [pending.text, draft].filter(Boolean).join('\n') : draft,
    unanswered: pending ?? unanswered,
  }
}

/** Only this script writes there, but so may every other script of the page. */
function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false
  const { shape, id, turns, draft, pending, unanswered, takesFeedback } = value as Record<string, unknown>
  return (
    shape === SHAPE &&
    typeof id === 'string' &&
    typeof draft === 'string' &&
    typeof takesFeedback === 'boolean' &&
    isPending(pending) &&
    isPending(unanswered) &&
    Array.isArray(turns) &&
    turns.every(isTurn)
  )
}

function isPending(value: unknown): boolean {
  if (value === null) return true
  const { text, idempotencyKey } = (value ?? {}) as Record<string, unknown>
  return typeof text === 'string' && typeof idempotencyKey === 'string'
}

function isDesk(value: unknown): boolean {
  const { handover, state, by, seen } = (value ?? {}) as Record<string, unknown>
  return (
    typeof handover === 'string' &&
    ['open', 'claimed', 'resolved', 'returned'].includes(String(state)) &&
    (by === null || typeof by === 'string') &&
    Number.isInteger(seen)
  )
}

function isTurn(value: unknown): boolean {
  const { from, text, answer, by, id } = (value ?? {}) as Record<string, unknown>
  if (from === 'customer') return typeof text === 'string'
  if (from === 'colleague') return [text, by, id].every((each) => typeof each === 'string')
  const { message, citations, options, next } = (answer ?? {}) as Record<string, unknown>
  return (
    from === 'bot' &&
    typeof message === 'string' &&
    Array.isArray(citations) &&
    Array.isArray(options) &&
    typeof next === 'object' &&
    next !== null
  )
}
