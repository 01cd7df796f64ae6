export const MB = 1024 * 1024

/** What parsing one file may take. */
export interface ParseLimits {
  /** Of processor time: a file that takes longer is given up, and its parser killed. */
  maxMilliseconds: number
  /** A parser that holds more memory is killed. */
  maxMegabytes: number
  /** More text than this in one file is not taken. In characters. */
  maxText: number
  /** Nor more documents. */
  maxItems: number
}

export const PARSE_LIMITS: ParseLimits = {
  maxMilliseconds: 60_000,
  maxMegabytes: 1_024,
  maxText: 64 * MB,
  maxItems: 100_000,
}
