import { randomUUID } from 'node:crypto'
import { queueJob } from '../../ingestion/queue'
import type { Payload, PayloadRequest } from 'payload'
import { recordAudit, SYSTEM } from '../records/recordAudit'
import { askForRight, secondPeopleFor } from '../records/rights/askForRight'
import type { Calibration as CalibrationRow, User } from '../../payload-types'
import { CalibrationSchema, defaultCalibration, type Calibration } from '../answer/calibration'
import type { CalibrationReport } from '../answer/calibrationReport'
import { inTransaction } from '../database/transaction'
import { VouchError } from '../errors'
import { onlyWho } from '../governance/permissionWords'
import { may } from '../governance/permissions'
import { isGenuine } from '../records/genuine'
import { NotFoundError } from './governedDocument'

/** Questions that a calibration was fitted on, by where they come from. */
export interface FittedOn {
  name: string
  questions: number
}

/**
 * The calibration that answers are decided by: the one that a person put in force, else the one that ships with Vouch. One
 * that was planted or altered in the database never counts.
 */
export const activeCalibration = async (payload: Payload): Promise<Calibration> => {
  const row = await rowInForce(payload)
  if (!row) return defaultCalibration
  if (!(await isGenuine(payload, { of: 'calibrations', row }))) {
    payload.logger.error(
      `The calibration ${row.name} is not what Vouch wrote, so the one that ships counts. Run: npm run -s vouch -- verify`,
    )
    return defaultCalibration
  }
  const artefact = CalibrationSchema.safeParse(row.artefact)
  if (artefact.success) return artefact.data
  payload.logger.error(
    `The calibration ${row.name} is of another version of Vouch, so the one that ships counts. Fit it again: npm run -s vouch -- calibrate`,
  )
  return defaultCalibration
}

/** Keeps what was fitted for a person to judge; answers are decided as before until it is approved. @returns its id. */
export const proposeCalibration = (
  payload: Payload,
  {
    calibration,
    report,
    fittedOn,
    embeddingModel,
  }: {
    calibration: Calibration
    report: CalibrationReport
    fittedOn: FittedOn[]
    embeddingModel: string | null
  },
): Promise<string> =>
  inTransaction({ payload }, async (req) => {
    const id = randomUUID()
    const row = { id, name: calibration.id, state: 'proposed', artefact: calibration, report, fittedOn }
    await payload.db.create({ collection: 'calibrations', data: { ...row, embeddingModel }, req })
    await recordAudit(req, {
      action: 'calibration.proposed',
      actor: SYSTEM,
      subject: { collection: 'calibrations', id, title: calibration.id },
      detail: { fittedOn, thresholds: calibration.thresholds },
    })
    return id
  })

/**
 * On the command line, whose operator stands beside the person named: puts a calibration in force and retires the one before; answers are decided by it from then on.
 * @param name as receipts name it, or its id.
 * @throws {NotFoundError} when there is none of that name.
 * @throws {VouchError} when this person may not, or it counts already.
 */
export const approveCalibration = (
  payload: Payload,
  { name, user }: { name: string; user: User },
): Promise<CalibrationRow> =>
  inTransaction({ payload }, async (req) => {
    assertMay(user)
    return putCalibrationInForce(req, { id: name, user })
  })

/**
 * Asks, as an approver, that a calibration be put in force: it is once a second person, an admin or compliance, agrees. Who is
 * alone here decides alone.
 * @throws as `approveCalibration`.
 */
export const askForCalibration = (
  payload: Payload,
  { id, user }: { id: string; user: User },
): Promise<{ row: CalibrationRow; waits: boolean }> =>
  inTransaction({ payload }, async (req) => {
    assertMay(user)
    const row = await notInForce(req, id)
    const second = await secondPeopleFor(req, { asker: user.id, about: null })
    if (!second.length) return { row: await putCalibrationInForce(req, { id, user }), waits: false }
    await askForRight(req, {
      right: {
        kind: 'calibration',
        title: `Answers are decided by the calibration ${row.name}`,
        subjectId: row.id,
        person: null,
        href: `/admin/collections/calibrations/${row.id}`,
      },
      asker: user,
      second,
    })
    return { row, waits: true }
  })

/** Puts a calibration in force in the caller’s transaction, which has decided that it may. @param id or its name. */
export const putCalibrationInForce = async (
  req: PayloadRequest,
  { id, user }: { id: string; user: User },
): Promise<CalibrationRow> => {
  const row = await notInForce(req, id)
  await retireInForce(req, user)
  const approval = {
    approvedBy: user.id,
    approvedByName: user.name,
    approvedAt: new Date().toISOString(),
  }
  await store(req, row.id, { state: 'in_force', ...approval })
  // What was proven at other thresholds is asked again.
  await queueJob(req, 'recheckGaps', { releaseIds: [] })
  await recordAudit(req, {
    action: 'calibration.approved',
    actor: user,
    subject: { collection: 'calibrations', id: row.id, title: row.name },
  })
  return row
}

const notInForce = async (req: PayloadRequest, name: string): Promise<CalibrationRow> => {
  const row = await req.payload.db.findOne<CalibrationRow>({
    collection: 'calibrations',
    where: { or: [{ name: { equals: name } }, { id: { equals: name } }] },
    req,
  })
  if (!row) throw new NotFoundError(`There is no calibration ${name}.`)
  if (row.state === 'in_force') throw new VouchError(`The calibration ${row.name} is in force already.`)
  return row
}

/** Goes back to the calibration that ships with Vouch. @throws {VouchError} when this person may not, or it counts already. */
export const retireCalibration = (payload: Payload, user: User): Promise<void> =>
  inTransaction({ payload }, async (req) => {
    assertMay(user)
    if (!(await retireInForce(req, user)))
      throw new VouchError('The calibration that ships with Vouch is in force already.')
  })

const rowInForce = (payload: Payload, req: Partial<PayloadRequest> = {}): Promise<CalibrationRow | null> =>
  payload.db.findOne<CalibrationRow>({
    collection: 'calibrations',
    where: { state: { equals: 'in_force' } },
    req,
  })

const retireInForce = async (req: PayloadRequest, user: User): Promise<boolean> => {
  const row = await rowInForce(req.payload, req)
  if (!row) return false
  await store(req, row.id, { state: 'retired' })
  await recordAudit(req, {
    action: 'calibration.retired',
    actor: user,
    subject: { collection: 'calibrations', id: row.id, title: row.name },
  })
  return true
}

const store = (req: PayloadRequest, id: string, data: Record<string, unknown>) =>
  req.payload.db.updateOne({ collection: 'calibrations', id, data, req })

const assertMay = (user: User): void => {
  if (!may(user, 'decideCalibrations'))
    throw new VouchError(`${onlyWho('decideCalibrations')} Ask one of them.`)
}
