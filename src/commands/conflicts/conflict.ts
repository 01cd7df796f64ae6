import type { DocumentRef } from '../../../ingestion/releases'
import type { ClaimKind } from '../../proofs/conflicts/claim'

/** Where a sentence stands, and what it says otherwise than another. */
interface ConflictingSide {
  sentence: string
  /** The headings over it. */
  place: string[]
  /** The amount, date, yes or no that differs. */
  fact: string
}

/** A sentence of a draft and one of a text in force that answer one question differently, for the same people at the same time. */
export interface TextConflict {
  /** The same pair of sentences has the same id in every report. */
  id: string
  kind: ClaimKind
  /** How likely both answer one question, 0.5 to 1. */
  likelihood: number
  ours: ConflictingSide
  theirs: ConflictingSide & { document: DocumentRef & { title: string; version: number }; releaseId: string }
}

/** Why both texts may stand, in the words of who signs. */
export interface ConflictWaiver {
  /** Of the conflict. */
  conflict: string
  reason: string
}
