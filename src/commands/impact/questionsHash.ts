import canonicalize from 'canonicalize'
import { sha256 } from '../../governance/hash'
import type { WorkingRow } from '../../records/workingRow'
import { acceptanceOf } from '../acceptance/acceptanceQuestions'

/** Tells whether the acceptance questions are those that a report asked. */
export const questionsHashOf = (row: Pick<WorkingRow, 'acceptance'>): string =>
  sha256(canonicalize(acceptanceOf(row)) ?? '')
