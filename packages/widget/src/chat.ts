import { after, messagesOf, type ChatEvent, type Conversation, type Thumb } from './conversation'
import { keepConversation, readConversation, type Drawer } from './keep'
import type { Looked, Transport } from './transport'

export interface Chat {
  state: () => Conversation
  type: (text: string) => void
  /** Asks, unless something is being asked. Its end is shown, whatever it is: it never throws. */
  ask: (text: string) => Promise<void>
  judge: (receiptId: string, thumb: Thumb) => Promise<void>
  /** Looks what colleagues wrote, and shows it. */
  look: () => Promise<Looked>
  restart: () => void
}

/** A conversation that is asked, kept and shown; what happens is in `conversation.ts`. */
export function createChat({
  transport,
  drawer,
  name,
  newId,
  onChange,
}: {
  transport: Transport
  drawer: Drawer | null
  name: string
  newId: () => string
  onChange: (conversation: Conversation) => void
}): Chat {
  let conversation = readConversation(drawer, name, newId)
  const state = (): Conversation => conversation
  const happen = (event: ChatEvent): void => {
    conversation = after(conversation, event)
    keepConversation(drawer, name, conversation)
    onChange(conversation)
  }
  const ask = async (text: string): Promise<void> => {
    if (conversation.pending) return
    happen({ type: 'asked', text, idempotencyKey: newId() })
    const sent = state()
    if (!sent.pending) return
    const { text: question, idempotencyKey } = sent.pending
    const messages = messagesOf(sent)
    const asking = await transport.ask({ question, idempotencyKey, conversationId: sent.id, messages })
    // Begun anew while it was asked: nobody waits for this answer.
    if (state().pending?.idempotencyKey !== idempotencyKey) return
    happen(
      asking.ok ? { type: 'answered', answer: asking.answer } : { type: 'failed', problem: asking.problem },
    )
  }
  const judge = async (receiptId: string, thumb: Thumb): Promise<void> => {
    const before = thumbOf(conversation, receiptId)
    if (before === thumb) return
    happen({ type: 'judged', receiptId, thumb })
    const judging = await transport.judge?.({ conversationId: conversation.id, receiptId, thumb })
    if (judging === 'refused') happen({ type: 'feedback_refused' })
    if (judging === 'failed') happen({ type: 'judged', receiptId, thumb: before })
  }
  const look = async (): Promise<Looked> => {
    const { desk, id } = conversation
    if (!desk || !transport.look) return { ok: false, isOver: true, retryAfterSeconds: null }
    const { handover, seen } = desk
    const looked = await transport.look({ conversationId: id, handover, after: seen })
    if (looked.ok) happen({ type: 'looked', handover, ...looked })
    return looked
  }
  return {
    state,
    look,
    type: (text) => happen({ type: 'typed', text }),
    ask,
    judge,
    restart: () => happen({ type: 'restarted', id: newId() }),
  }
}

function thumbOf({ turns }: Conversation, receiptId: string): Thumb | null {
  for (const turn of turns) if (turn.from === 'bot' && turn.answer.receiptId === receiptId) return turn.thumb
  return null
}
