import type { Calibration } from '../../src/answer/calibration'
import type { EmbeddingModel } from '../../src/retrieval/types'

/** One figure of a set of labelled texts: the share `value` of `of` texts. */
export interface TextMeasure {
  name: string
  /** 0 to 1; null without texts. */
  value: number | null
  of: number
  /** Whether a right product has more of it, or less. */
  better: 'more' | 'less'
}

export interface TextSetInput {
  /** A file of labelled texts. */
  file: string
  model: EmbeddingModel | null
  calibration: Calibration
  cacheDir: string
}

/** Measures one set of labelled texts. */
export type TextScorer = (input: TextSetInput) => Promise<TextMeasure[]>

/** The share of `rows` for which `is` holds. */
export const measure = <Row>(o: {
  name: string
  better: TextMeasure['better']
  rows: readonly Row[]
  is: (row: Row) => boolean
}): TextMeasure => ({
  name: o.name,
  value: o.rows.length ? o.rows.filter(o.is).length / o.rows.length : null,
  of: o.rows.length,
  better: o.better,
})
