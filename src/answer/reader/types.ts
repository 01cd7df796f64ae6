import type { RankedPassage } from '../../retrieval/types'
import type { PlacedUnit } from '../units/placedUnits'
import type { Span } from '../units/types'

/** A question in words that stand alone, and the passages that may answer it, best first. */
export interface ReadRequest {
  question: string
  locale: string
  passages: readonly RankedPassage[]
  /** Milliseconds; a reader that cannot in this time reads what it can, or rejects. */
  withinMs: number
  signal?: AbortSignal | undefined
}

/** How likely a unit carries the answer, 0 to 1. */
export interface UnitReading {
  placed: PlacedUnit
  probability: number
}

/** What a reader makes of the passages. */
export interface Reading {
  /** Which reader, and which version of it. */
  reader: string
  /** Best first. */
  units: readonly UnitReading[]
  /** How likely the best units answer the question, calibrated, 0 to 1. */
  answered: number
  /** Where the answer stands in its release: the best unit, or a part of it; null when nothing was read. */
  span: (Span & { releaseId: string }) | null
  /** Read by words, because the reader that should have could not. */
  degraded?: true
}

/** Reads question and passages together. A cross-encoder, a language model and plain words are its adapters. */
export interface Reader {
  id: string
  /** @throws when it cannot be had in time; the words are then read alone. */
  read(request: ReadRequest): Promise<Reading>
}
