import { Gutter } from '@payloadcms/ui'
import type { ListViewServerProps } from 'payload'
import { onlyWho } from '../../governance/permissionWords'
import { may } from '../../governance/permissions'
import { ActButton } from '../index/ActButton'
import { KeepFresh } from '../index/KeepFresh'
import { listHref } from '../links'
import { RoomHead } from '../RoomHead'
import { viewerOf } from '../viewer'
import { counted } from '../words'
import { CaseTable } from './CaseTable'
import { readEvals, type Evals } from './readEvals'
import { RunProgress } from './RunProgress'
import { RunTable } from './RunTable'
import { SetCard } from './SetCard'

/** Whether the answers are right: the latest numbers of each set, what is wrong now, and the runs so far. */
export const EvalsRoom = async ({ payload, user }: ListViewServerProps) => {
  const evals = await readEvals(payload)
  const viewer = viewerOf(user)
  const mayRun = viewer !== null && may(viewer, 'runEvalCases')
  const mayWrite = viewer !== null && may(viewer, 'keepEvalCases')
  return (
    <Gutter className="vouch-room vouch-evals">
      {evals.under && <KeepFresh />}
      <RoomHead
        title="Evals"
        line="Questions whose right answer is known, asked again and again: whether a change made the answers better or worse."
      />
      {evals.under ? (
        <RunProgress run={evals.under} />
      ) : (
        <Acts evals={evals} mayRun={mayRun} mayWrite={mayWrite} />
      )}
      {evals.runs.length === 0 ? <NoRuns /> : <Latest evals={evals} />}
      {evals.wrong.length > 0 && (
        <section>
          <h2>Not right in the latest run of the stored cases</h2>
          <CaseTable results={evals.wrong} />
        </section>
      )}
      {evals.runs.length > 0 && (
        <section>
          <h2>Runs</h2>
          <RunTable runs={evals.runs} />
        </section>
      )}
    </Gutter>
  )
}

const Acts = ({
  evals: { cases },
  mayRun,
  mayWrite,
}: {
  evals: Evals
  mayRun: boolean
  mayWrite: boolean
}) => (
  <div className="vouch-acts vouch-acts--room">
    <ActButton
      label="Run the stored cases"
      path="/api/v1/eval-runs"
      primary
      why={
        !mayRun
          ? onlyWho('runEvalCases')
          : cases.on
            ? undefined
            : 'No case is on. Keep one from Try it, or write one.'
      }
    />
    <p className="vouch-evals__links">
      <a href={listHref('eval-cases')}>
        {counted(cases.on, 'eval case')} on{cases.off > 0 && `, ${cases.off} off`}
      </a>
      {mayWrite && <a href="/admin/collections/eval-cases/create">Write a case</a>}
      <a href={listHref('calibrations')}>How sure is sure enough</a>
      {cases.on > 0 && (
        <a href="/api/v1/eval-cases/export" download>
          Download as JSON lines
        </a>
      )}
    </p>
  </div>
)

const Latest = ({ evals: { latest } }: { evals: Evals }) =>
  latest.length > 0 && (
    <section>
      <h2>Latest of each set</h2>
      <div className="vouch-sets">
        {latest.map(({ run, before }) => (
          <SetCard key={run.set} run={run} before={before} />
        ))}
      </div>
    </section>
  )

const NoRuns = () => (
  <div className="vouch-empty vouch-empty--room">
    <p>No set was run yet.</p>
    <p className="vouch-quiet">
      Keep questions as eval cases in <a href="/admin/try">Try it</a>, then run them here. Closed gaps add
      theirs by themselves. Whole sets are measured with <code>npm run -s vouch -- eval</code>, and their
      numbers appear here too.
    </p>
  </div>
)
