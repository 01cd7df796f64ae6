/** What can be said otherwise: an amount, a length of time, a day, how many, whether at all. */
export type ClaimKind =
  | 'money'
  | 'percentage'
  | 'duration'
  | 'date'
  | 'time'
  | 'weekday'
  | 'count'
  | 'yes or no'

/** One thing that a sentence states, made comparable. */
export interface Claim {
  kind: ClaimKind
  value: number
  /** What is counted, the currency; '' for any. */
  unit: string
  /** In the sentence’s own words. */
  text: string
}

/** What a sentence states. */
export interface Claims {
  stated: Claim[]
  /** The sentence without what it states: what it is about. */
  about: string
  /** Whether it grants or denies, 1 or -1; a denial beyond a limit grants what is within. */
  grants: 1 | -1
}
