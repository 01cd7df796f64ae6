import type { DocumentRef } from '../../../ingestion/releases'
import type { AcceptanceResult } from '../../proofs/acceptance'
import type { MutationReport } from '../../proofs/mutations/report'
import type { ImpactCounts, ImpactLabel } from '../../proofs/impact'
import type { TextConflict } from '../conflicts/conflict'
import type { Outcome } from '../../vocabulary'

/** An answer as it is shown beside another. */
export interface ReportedAnswer {
  outcome: Outcome
  reason: string | null
  message: string
  /** Title and version of the texts that it quotes. */
  cited: string[]
}

/** A past question, answered from what is in force and as if the draft were published. */
export interface ImpactItem {
  question: string
  bot: string
  from: { receiptId: string } | { gapId: string }
  label: ImpactLabel
  live: ReportedAnswer
  tried: ReportedAnswer
}

/** An acceptance question of another text that the draft would break. */
export interface BrokenQuestion {
  document: DocumentRef & { title: string }
  question: string
  problem: string
  message: string
}

/** What lies before the approver; a signature keeps its hash. */
export interface ImpactReport {
  document: DocumentRef & { title: string; version: number }
  /** Of the text that it was made for. */
  contentHash: string
  madeAt: string
  /** Of the acceptance questions that were asked. */
  questionsHash: string
  /** Past questions looked at. */
  looked: number
  /** Of those, what was asked both ways, because other passages would be read for it. */
  asked: number
  counts: ImpactCounts
  items: ImpactItem[]
  acceptance: AcceptanceResult[]
  broken: BrokenQuestion[]
  /** What it says otherwise than texts for the same people at the same time; not in reports from before it was looked for. */
  conflicts?: TextConflict[]
  mutation: Pick<MutationReport, 'score' | 'noticed' | 'tried' | 'mutations' | 'survivors'>
}
