import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
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
 * progress while `run` runs. A process that dies leaves a claim that counts no more on its own machine, and elsewhere ends
 * by itself.
 * @param progress asked for at each renewal.
 * @param run is told by its signal when the claim is lost; what it returns is written as the claim is given back.
 * @throws {SourceBusy} when another one holds it.
 */
export const withClaim = async <T>(
  { payload, source, progress }: { payload: Payload; source: Source; progress: () => SyncProgress },
  run: (signal: AbortSignal) => Promise<{ state: Partial<Source>; result: T }>,
): Promise<T> => {
  const claim = `${hostname()}:${process.pid}:${randomUUID()}`
  await takeClaim(payload, source, claim)
  held.add(claim)
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
    held.delete(claim)
  }
}

const FREE = { syncClaim: null, syncClaimEndsAt: null, syncingSince: null, syncProgress: null }

const endOf = () => new Date(Date.now() + CLAIM_MS).toISOString()

/** The claims of this process. */
const held = new Set<string>()

/** Whether a claim was left by a process of this machine that is dead. */
const isAbandoned = (claim: string): boolean => {
  const [host, pid] = claim.split(':')
  if (host !== hostname() || held.has(claim)) return false
  if (Number(pid) === process.pid) return true
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

const findSource = (payload: Payload, id: string): Promise<Source | null> =>
  payload.db.findOne<Source>({ collection: 'sources', where: { id: { equals: id } }, req: {} })

const takeClaim = async (payload: Payload, source: Source, claim: string): Promise<void> => {
  const now = new Date().toISOString()
  const former = (await findSource(payload, source.id))?.syncClaim
  const free: Where[] = [
    { syncClaimEndsAt: { exists: false } },
    { syncClaimEndsAt: { less_than: now } },
    ...(former && isAbandoned(former) ? [{ syncClaim: { equals: former } }] : []),
  ]
  await payload.db.updateOne({
    collection: 'sources',
    where: {
      and: [{ id: { equals: source.id } }, { or: free }],
    },
    data: { ...FREE, syncClaim: claim, syncClaimEndsAt: endOf(), syncingSince: now, syncQueuedAt: null },
    req: {},
  })
  // Asked, not concluded from what came back: of two at once only one finds its own claim.
  const row = await findSource(payload, source.id)
  if (row?.syncClaim === claim) return
  const ends = Math.max(1, Math.ceil((Date.parse(row?.syncClaimEndsAt ?? now) - Date.now()) / 1000))
  throw new SourceBusy(
    `“${source.name}” is being synced already, since ${row?.syncingSince ?? now}. Wait until that is done; if its process is dead, try again in ${ends} s.`,
  )
}
