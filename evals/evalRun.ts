import type { Audience } from '../src/vocabulary'
import type { CaseRecord } from './caseRecord'
import type { Cost } from './metrics/cost'
import type { RefusalLeak } from './refusals'
import type { Summary } from './summary/summarize'
import type { TextMeasure } from './texts/types'

/** Under what circumstances something was measured. */
export interface Circumstances {
  /** ISO 8601. */
  at: string
  commit: string
  machine: { cpu: string; cores: number; memoryGb: number; node: string; load: number }
  embeddingModel: string | null
  calibration: string
}

/** A run of a set of questions as it is kept: one JSON file. */
export interface QuestionRun {
  form: 'questions'
  set: string
  circumstances: Circumstances
  /** An installation with its governance, or the documents in memory. */
  where: 'installation' | 'memory'
  audiences: readonly Audience[]
  /** What a remote embedding model was asked for, documents included; null where it is on this machine. */
  cost: Cost | null
  /** Whether refusals tell what is hidden; null where there is nothing but the set's documents. */
  refusals: RefusalLeak | null
  summary: Summary
  records: CaseRecord[]
}

/** A run of a set of labelled texts. */
export interface TextRun {
  form: 'texts'
  set: string
  circumstances: Circumstances
  measures: TextMeasure[]
}

export type EvalRun = QuestionRun | TextRun
