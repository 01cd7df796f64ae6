/** Why today's answer may be another one than the receipt's. */
export type DifferenceKind =
  | 'evidence_altered'
  | 'evidence_missing'
  | 'text_superseded'
  | 'text_withdrawn'
  | 'text_expired'
  | 'text_ended'
  | 'text_overdue'
  | 'text_audience_changed'
  | 'new_text'
  | 'audiences_changed'
  | 'bot_off'
  | 'availability_changed'
  | 'model_changed'
  | 'index_changed'
  | 'calibration_changed'
  | 'language_model_changed'
  | 'software_changed'
  | 'question_redacted'
  | 'ranking_changed'

export interface Difference {
  kind: DifferenceKind
  /** For people. */
  sentence: string
  document?: { id: string; collection: 'policies' | 'faqs'; title: string }
  /** What it was and is, where it has a name: a version, an id, a list of audiences. */
  from?: string | number | null
  to?: string | number | null
}
