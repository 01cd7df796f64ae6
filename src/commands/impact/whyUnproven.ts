import type { Payload, PayloadRequest } from 'payload'
import type { Governed } from '../../governance/types'
import type { WorkingRow } from '../../records/workingRow'
import { isQuotable, type RiskTier } from '../../vocabulary'
import { questionsHashOf } from './questionsHash'
import { standingReport } from './standingReport'

/** The mutation score that each tier demands, by the setting VOUCH_MUTATION_SCORES; none unless set. */
export type DemandedScores = Partial<Record<RiskTier, number>>

const demanded = ({ config }: Payload): DemandedScores =>
  (config.custom as { mutationScores?: DemandedScores } | undefined)?.mutationScores ?? {}

/** Why a text in review may not be signed for want of acceptance questions that hold it; null where its tier demands nothing. */
export async function whyUnproven({
  payload,
  req,
  document,
  row,
}: {
  payload: Payload
  req?: PayloadRequest | undefined
  document: Governed
  row: WorkingRow
}): Promise<string | null> {
  // What bots do not answer from has no questions that could hold it.
  if (!isQuotable(document.collection)) return null
  const least = demanded(payload)[document.riskTier]
  if (least === undefined || document.state !== 'in_review') return null
  const standing = await standingReport(payload, document, req)
  if (standing?.state === 'queued') return 'Its report is still being made. Sign it when that is there.'
  if (!standing?.report) return `It is ${document.riskTier}, which demands a report. Have it made first.`
  const { questionsHash, mutation } = standing.report
  if (questionsHash !== questionsHashOf(row))
    return 'Its acceptance questions changed after the report was made. Have the report made anew first.'
  if (mutation.score === null || mutation.score >= least) return null
  return `Its acceptance questions notice ${percent(mutation.score)} of what could change in it; ${document.riskTier} texts need ${percent(least)}.`
}

const percent = (share: number): string => `${Math.floor(share * 100)} %`
