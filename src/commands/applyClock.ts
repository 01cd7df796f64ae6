import type { Payload, PayloadRequest } from 'payload'
import { recordAudit, SYSTEM } from '../records/recordAudit'
import { findWorkingRow, type WorkingRow } from '../records/workingRow'
import { notify } from '../records/notify'
import { showActivated } from '../../ingestion/activate'
import { queueJob } from '../../ingestion/queue'
import { releasesOf, type DocumentRef } from '../../ingestion/releases'
import type { Release } from '../../payload-types'
import { inTransaction } from '../database/transaction'
import { CLOCK_RULES, type ClockMove } from '../governance/clock'
import type { GovernedCollection } from '../vocabulary'
import { clockDue, type ClockDue } from './clockDue'
import { documentsTurned } from './documentsTurned'
import { readResponsible } from '../records/responsible'

/** At most this many moves of one document at once: begun, over, and a margin. */
const MOVES = 4

export interface ClockReport {
  tookEffect: number
  expired: number
  /** Documents that could not be brought in step, to be tried again. */
  failed: (DocumentRef & { error: string })[]
}

/**
 * Brings the rows of documents in step with what time has done to their releases, each in a transaction of its own with its
 * audit row. Answers do not wait for it: they read the releases' windows. Run again it changes nothing.
 * @param since only what turned after this instant (epoch ms), plus whatever is scheduled; 0 for everything.
 * @param also documents to look at whenever they turned, such as those that failed before.
 */
export const applyClock = async (
  payload: Payload,
  {
    since = 0,
    now = Date.now(),
    also = [],
  }: { since?: number; now?: number; also?: readonly DocumentRef[] } = {},
): Promise<ClockReport> => {
  const report: ClockReport = { tookEffect: 0, expired: 0, failed: [] }
  for (const { collection, id } of await documentsTurned(payload, { since, now, also }))
    try {
      const moves = await inTransaction({ payload }, (req) => moveOn(req, { collection, id, now }))
      report.tookEffect += moves.filter((move) => move === 'take_effect').length
      report.expired += moves.filter((move) => move !== 'take_effect').length
    } catch (error) {
      report.failed.push({ collection, id, error: (error as Error).message })
      payload.logger.error({ msg: `The clock could not move ${collection}/${id} on.`, err: error })
    }
  return report
}

type Due = ClockDue<Release>

interface Moving {
  collection: GovernedCollection
  id: string
  now: number
}

const moveOn = async (req: PayloadRequest, { collection, id, now }: Moving): Promise<ClockMove[]> => {
  const moves: ClockMove[] = []
  while (moves.length < MOVES) {
    const row = await findWorkingRow(req.payload, { collection, id, req })
    if (!row) return moves
    const releases = await releasesOf(req.payload, { collection, id }, req)
    const due = clockDue(row, releases, now)
    if (!due) return moves
    await APPLY[due.move](req, { row, release: due.release, now })
    await recordMove(req, row, due)
    moves.push(due.move)
  }
  return moves
}

type Apply = (req: PayloadRequest, o: { row: WorkingRow; release: Release; now: number }) => Promise<void>

const end: Apply = async (req, { row, release }) => {
  const { documentCollection: collection, documentId: id, title } = release
  const moved = row.version === release.version && ['scheduled', 'published'].includes(row.workflowState)
  await req.payload.db.updateOne({
    collection,
    id,
    data: {
      ...row,
      liveRelease: null,
      liveVersion: null,
      ...(moved && { workflowState: CLOCK_RULES.expire.to }),
    },
    req,
  })
  await queueJob(req, 'recheckGaps', { releaseId: release.id })
  const { owner, leads } = await readResponsible(req.payload, req)
  const person = owner(row.owner)
  await notify(req, {
    to: person ? [person] : leads(row.topic),
    kind: 'expired',
    title: `“${title}” v${release.version} has expired: bots no longer answer from it`,
    body: 'Write a new version, if it should hold on.',
    href: `/admin/collections/${collection}/${id}`,
    key: `expired:${release.id}`,
  })
}

const APPLY: Record<ClockMove, Apply> = {
  take_effect: async (req, { row, release, now }) => {
    await showActivated({ req, release, row, now, begun: true })
    await queueJob(req, 'recheckGaps', { releaseId: release.id })
  },
  expire: end,
  lapse: end,
}

const recordMove = async (req: PayloadRequest, row: WorkingRow, { move, release }: Due): Promise<void> =>
  recordAudit(req, {
    action: `document.${move}`,
    actor: SYSTEM,
    subject: { collection: release.documentCollection, id: release.documentId, title: release.title },
    detail: {
      releaseId: release.id,
      version: release.version,
      from: row.workflowState,
      to: row.version === release.version ? CLOCK_RULES[move].to : row.workflowState,
      validFrom: release.validFrom,
      validTo: release.validTo ?? null,
    },
  })
