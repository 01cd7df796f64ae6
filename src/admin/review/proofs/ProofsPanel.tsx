import { Banner } from '@payloadcms/ui'
import type { ImpactReport } from '../../../commands/impact/report'
import { KeepFresh } from '../../index/KeepFresh'
import { Moment } from '../../time/Moment'
import type { Workflow } from '../../workflow/types'
import { counted } from '../../words'
import { AcceptanceList } from './AcceptanceList'
import { ConflictList } from './ConflictList'
import { ImpactTable } from './ImpactTable'
import { MakeReportButton } from './MakeReportButton'
import type { Proofs } from './readProofs'
import { Survivors } from './Survivors'

/** What this version would change, as the approver sees it before signing: the signature keeps this report's hash. */
export const ProofsPanel = ({ proofs, workflow }: { proofs: Proofs; workflow: Workflow }) => {
  const { state, report, problem, stale } = proofs
  const { collection, id } = workflow
  if (!report && workflow.state !== 'in_review') return null
  return (
    <section id="proofs" aria-label="What it would change">
      <h2>What it would change</h2>
      {state === 'queued' && (
        <>
          <KeepFresh />
          <p className="vouch-quiet" role="status">
            The report is being made: past questions are answered from what is in force, and as if this
            version were.
          </p>
        </>
      )}
      {state === 'failed' && <Banner type="error">{problem ?? 'The report could not be made.'}</Banner>}
      {state === 'none' && <p className="vouch-quiet">No report was made of this version yet.</p>}
      {stale && (
        <Banner type="info">
          The acceptance questions were changed after this report. Have it made anew to see what holds.
        </Banner>
      )}
      {report && <Reported report={report} />}
      {state !== 'queued' && workflow.state === 'in_review' && (
        <MakeReportButton
          collection={collection}
          id={id}
          label={report ? 'Make the report anew' : 'Make the report'}
        />
      )}
    </section>
  )
}

const Reported = ({ report }: { report: ImpactReport }) => {
  const { looked, counts, items, acceptance, broken, mutation, madeAt } = report
  const changed = counts.changed + counts.newly_answered + counts.newly_refused
  return (
    <>
      <p>
        Of {counted(looked, 'past question')}, {changed} would be answered otherwise: {counts.newly_refused}{' '}
        newly refused, {counts.changed} changed, {counts.newly_answered} newly answered.{' '}
        <span className="vouch-quiet">
          Made <Moment at={madeAt} />; the signature covers it.
        </span>
      </p>
      <ImpactTable items={items.filter(({ label }) => label !== 'unchanged')} />
      <AcceptanceList acceptance={acceptance} broken={broken} />
      {report.conflicts && <ConflictList conflicts={report.conflicts} />}
      <Survivors mutation={mutation} />
    </>
  )
}
