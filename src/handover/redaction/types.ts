export type RedactedKind =
  | 'card number'
  | 'IBAN'
  | 'password'
  | 'security code'
  | 'national id'
  | 'e-mail address'
  | 'telephone number'
  | 'postal address'
  | 'date of birth'

/** A part of a folded text that must not be kept, and what is shown in its place. */
export interface Secret {
  kind: RedactedKind
  start: number
  end: number
  shown: string
}
