import type { components } from '../../client/src/contract'

/** What of the contract a customer is shown; both the API and the test chat of the admin bring it. */
export interface ShownCitation {
  number: number
  title: string
  quote: string
  /** ISO 8601; null where it is not told. */
  validFrom: string | null
}

type Schemas = components['schemas']
/** What the customer can do now. */
export type Next = Schemas['NextStep']

/** One answer, as much of it as is kept for the session. */
export interface ShownAnswer {
  outcome: 'answered' | 'clarify' | 'escalated' | 'refused'
  message: string
  /** BCP 47. */
  locale: string
  /** Null where nothing was recorded, as in a trial. */
  receiptId: string | null
  citations: ShownCitation[]
  options: string[]
  next: Next
  handover: { reference: string | null; queue: string | null; urgent: boolean } | null
}

/** An answer of the API, as it is shown; a trial has a receipt and a hand-over without an id. */
export function shownAnswer(answer: Schemas['AnswerResponse']): ShownAnswer {
  const { outcome, message, locale, receiptId } = answer
  return {
    outcome,
    message,
    locale,
    receiptId: receiptId || null,
    citations: 'citations' in answer ? (answer.citations ?? []).map(shownCitation) : [],
    options: outcome === 'clarify' ? answer.options : [],
    next: outcome === 'refused' ? answer.next : { kind: 'none' },
    handover:
      outcome === 'escalated'
        ? {
            reference: answer.handover.id || null,
            queue: answer.handover.queue,
            urgent: answer.handover.urgency === 'high',
          }
        : null,
  }
}

function shownCitation({ number, document, quote, validFrom }: Schemas['Citation']): ShownCitation {
  return { number, title: document.title, quote, validFrom }
}
