import { randomUUID } from 'node:crypto'
import type { Payload, Where } from 'payload'
import type { Source } from '../../../payload-types'
import { VouchError } from '../../errors'

/** How long a claim holds without being renewed: longer than the slowest file holds the process. */
export const CLAIM_MS = 120_000
const RENEW_MS = 3_000

/** Another sync of the same source is under way. */
export class SourceBusy extends VouchError {
  override name = 'SourceBusy'
}

export interface SyncProgress {
  /** Items looked at so far. */
  items: number
  /** How many there were last time; null at the first. */
  total: number | null
  documents: number
  failed: number
}

/**
 * Runs one sync of a source at a time, in whichever process: the source's row is claimed, and the claim renewed with the
 * progress while `run` runs. A process that dies leaves a claim that ends by itself.
 * @param progress asked for at each renewal.
 * @param run is told by its signal when the claim is lost; what it returns is written as the claim is given back.
 * @throws {SourceBusy} when another one holds it.
 */
export const withClaim = async <T>(
  { payload, source, progress }: { payload: Payload; source: Source; progress: () => SyncProgress },
  run: (signal: AbortSignal) => Promise<{ state: Partial<Source>; result: T }>,
): Promise<T> => {
  const claim = randomUUID()
  await takeClaim(payload, source, claim)
  const lost = new AbortController()
  const own: Where = { and: [{ id: { equals: source.id } }, { syncClaim: { equals: claim } }] }
  const write = (data: Partial<Source>) =>
    payload.db.updateOne({ collection: 'sources', where: own, data, req: {} })
  let renewing: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    renewing = write({ syncClaimEndsAt: endOf(), syncProgress: { ...progress() } })
      .then((row) => row ?? lost.abort(new SourceBusy(`Another sync took “${source.name}” over.`)))
      // The claim outlasts many of these; a database that stays away ends the sync by itself.
      .catch(() => {})
  }, RENEW_MS)
  let state: Partial<Source> = {}
  try {
    const done = await run(lost.signal)
    state = done.state
    return done.result
  } finally {
    clearInterval(timer)
    await renewing
    await write({ ...FREE, ...state })
  }
}

const FREE = { syncClaim: null, syncClaimEndsAt: null, syncingSince: null, syncProgress: null }

const endOf = () => new Date(Date.now() + CLAIM_MS).toISOString()

const takeClaim = async (payload: Payload, source: Source, claim: string): Promise<void> => {
  const now = new Date().toISOString()
  await payload.db.updateOne({
    collection: 'sources',
    where: {
      and: [
        { id: { equals: source.id } },
        { or: [{ syncClaimEndsAt: { exists: false } }, { syncClaimEndsAt: { less_than: now } }] },
      ],
    },
    data: { ...FREE, syncClaim: claim, syncClaimEndsAt: endOf(), syncingSince: now, syncQueuedAt: null },
    req: {},
  })
  // Asked, not concluded from what came back: of two at once only one finds its own claim.
  const row = await payload.db.findOne<Source>({
    collection: 'sources',
    where: { id: { equals: source.id } },
    req: {},
  })
  if (row?.syncClaim === claim) return
  const ends = Math.max(1, Math.ceil((Date.parse(row?.syncClaimEndsAt ?? now) - Date.now()) / 1000))
  throw new SourceBusy(
    `“${source.name}” is being synced already, since ${row?.syncingSince ?? now}. Wait until that is done; if its process is dead, try again in ${ends} s.`,
  )
}
