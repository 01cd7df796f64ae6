import { UNREPORTED } from '../../src/commands/measures/readReports'
import type { Conversation, ConversationReport, MeasuredTurn } from '../../src/measures/types'

export const DAY = 86_400_000
export const FROM = Date.parse('2026-11-01T00:00:00Z')

interface Given extends Partial<
  Pick<Conversation, 'customer' | 'handovers' | 'channel' | 'language' | 'topic' | 'bot'>
> {
  day?: number
  question?: string
  turns?: Partial<MeasuredTurn>[]
  report?: Partial<ConversationReport>
}

let next = 0
/** A conversation of answered turns, unless said otherwise. */
export const conversationOf = ({
  day = 1,
  question = 'How long is the guarantee on laptops?',
  turns = [{}],
  report = {},
  ...given
}: Given = {}): Conversation => {
  const id = `c-${next++}`
  return {
    id,
    bot: 'shop',
    customer: null,
    channel: 'web',
    language: 'en',
    topic: null,
    handovers: [],
    ...given,
    turns: turns.map((turn, i) => ({
      receipt: `${id}-${i}`,
      at: FROM + day * DAY + i * 60_000,
      question,
      locale: 'en',
      outcome: 'answered' as const,
      reason: null,
      confidence: null,
      gap: null,
      citedDocuments: [],
      ...turn,
    })),
    report: { ...UNREPORTED, ...report },
  }
}
