import type { Payload } from 'payload'
import type { Release } from '../../../payload-types'

/** Something that does not hold, and where. */
export interface Break {
  kind: 'audit' | 'approval' | 'release' | 'chunk' | 'document' | 'index_point' | 'record'
  /** Of the row or point; of an audit row its number. */
  id: string
  /** Which collection a record is in. */
  collection?: string
  /** The sealed collection, where it is the record’s own seal that does not hold. */
  seal?: string
  /** One sentence for a person. */
  message: string
}

/** Names a break, so that the same one is known again. */
export const keyOf = ({ kind, id, message }: Break): string => `${kind} ${id} ${message}`

/** Told now and then how far a part of the work is. */
export type OnProgress = (stage: string, done: number, total: number) => void

/** What every part of verifying is given. */
export interface Verifying {
  payload: Payload
  report: (found: Break) => void
  onProgress: OnProgress
}

export const nameOf = ({ title, version, id }: Pick<Release, 'title' | 'version' | 'id'>): string =>
  `“${title}” v${version} (release ${id})`
