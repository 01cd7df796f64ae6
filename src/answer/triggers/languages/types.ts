/** Signs in one language beside English, as sources of patterns over plain text, matched at the edges of words. */
export interface LanguageSigns {
  asksForPerson: string[]
  cancellation: string[]
  complaint: string[]
  frustration: string[]
  selfHarm: string[]
  safety: string[]
  fraud: string[]
  bereavement: string[]
  vulnerable: string[]
  legal: string[]
  /** How a clause begins that asks how something works rather than for it to be done. */
  asksAboutRules: string[]
}
