import { Banner, Gutter } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import type { CalibrationReport } from '../../answer/calibrationReport'
import { readCalibration, type CalibrationRecord } from '../../commands/readCalibration'
import { onlyWho } from '../../governance/permissionWords'
import { may } from '../../governance/permissions'
import { ActButton } from '../index/ActButton'
import { listHref } from '../links'
import { RightsThatWait } from '../people/PendingRights'
import { Facts, featureFacts } from '../receipts/Record'
import { RoomHead } from '../RoomHead'
import { StatePill } from '../states/StatePill'
import { Moment } from '../time/Moment'
import { viewerOf } from '../viewer'
import { counted } from '../words'
import { CALIBRATION_STATE_COLOURS, CALIBRATION_STATE_WORDS } from './calibrationWords'
import { ReliabilityTable } from './ReliabilityTable'
import { TierTable } from './TierTable'

/** One calibration: what it promises, how true its confidence is, what it was fitted on, and the button that puts it in force. */
export const CalibrationPage = async ({ initPageResult }: DocumentViewServerProps) => {
  const { req, docID } = initPageResult
  const found =
    docID && req.user?.collection === 'users' ? await readCalibration(req.payload, String(docID)) : null
  if (!found) return null
  const { row, report, artefact } = found
  const viewer = viewerOf(req.user)
  return (
    <Gutter className="vouch-room vouch-evals">
      <RoomHead
        title={`Calibration ${row.name}`}
        crumb={row.name}
        trail={[{ label: 'Calibrations', url: listHref('calibrations') }]}
        line={
          <span className="vouch-inline">
            <StatePill state={CALIBRATION_STATE_COLOURS[row.state]}>
              {CALIBRATION_STATE_WORDS[row.state]}
            </StatePill>
            <span>
              made <Moment at={row.createdAt} as="exact" />
              {row.approvedAt && (
                <>
                  , put in force by {row.approvedByName} <Moment at={row.approvedAt} as="exact" />
                </>
              )}
            </span>
          </span>
        }
      />
      <RightsThatWait payload={req.payload} user={req.user} subjectId={row.id} />
      <Act found={found} mayDecide={viewer !== null && may(viewer, 'decideCalibrations')} />
      {!artefact && (
        <Banner type="error">
          It is of another version of Vouch, so it cannot count here. Fit it again: vouch calibrate
        </Banner>
      )}
      {report && <Report report={report} />}
      <section className="vouch-record">
        <Facts
          title="Fitted on"
          facts={[
            ...found.fittedOn.map(({ name, questions }): [string, string] => [
              name,
              counted(questions, 'question'),
            ]),
            ['Embedding model', row.embeddingModel ?? 'words alone'],
          ]}
        />
        {artefact && <Facts title="What each sign weighs" facts={featureFacts(artefact.withDense.weights)} />}
      </section>
    </Gutter>
  )
}

const Act = ({ found: { row, artefact }, mayDecide }: { found: CalibrationRecord; mayDecide: boolean }) =>
  row.state !== 'in_force' &&
  artefact && (
    <div className="vouch-acts vouch-acts--room">
      <ActButton
        label="Put in force"
        path={`/api/v1/calibrations/${row.id}/approve`}
        primary
        confirm={{
          heading: `Decide answers by ${row.name}?`,
          body: 'Once a second person, an admin or compliance, agrees, its thresholds say what is sure enough to be answered. The calibration in force is retired, and can be put in force again.',
        }}
        why={mayDecide ? undefined : onlyWho('decideCalibrations')}
      />
    </div>
  )

const Report = ({ report }: { report: CalibrationReport }) => (
  <>
    <section>
      <h2>What it promises</h2>
      <TierTable tiers={report.tiers} />
    </section>
    <section>
      <h2>Whether its confidence is true</h2>
      <p className="vouch-quiet">
        {counted(report.questions, 'question')}, each judged by a fit that never saw it. Right quotations come
        before the others in {share(report.auroc)} of the pairs; confidence is off by{' '}
        {share(report.calibrationError)} on average.
      </p>
      <ReliabilityTable bins={report.reliability} />
    </section>
  </>
)

const share = (value: number | null): string =>
  value === null ? 'an unknown share' : `${Math.round(100 * value)}%`
