import type { SmallTalk } from '../types'

/** The fixed words shown to customers in one language. None of them tells how the company keeps its texts. */
export interface Messages {
  no_answer: string
  unavailable: string
  /** Said after an answer, when something else was asked too. */
  partly: string
  clarify: string
  out_of_scope: Record<SmallTalk, string>
  next: {
    person: string
    rephrase: string
    link: (url: string) => string
    form: (url: string) => string
    hours: (o: { phone: string | null; hours: string | null }) => string
  }
}
