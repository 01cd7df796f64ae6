/** Of a yes-or-no judgement: precision of yes, recall of what should be yes, and their counts. */
export interface PrecisionRecall {
  precision: number | null
  recall: number | null
  said: number
  should: number
}

/** Null where there is nothing to be right about. */
export const precisionRecall = (rows: readonly { said: boolean; should: boolean }[]): PrecisionRecall => {
  const said = rows.filter((row) => row.said).length
  const should = rows.filter((row) => row.should).length
  const both = rows.filter((row) => row.said && row.should).length
  return { precision: said ? both / said : null, recall: should ? both / should : null, said, should }
}
