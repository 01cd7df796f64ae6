import { schedule } from 'node-cron'
import { BATCH, sealRecords, waitingSeals } from './commands/audit/sealRecords'
import { lastVerification, verifyByItself } from './commands/audit/verifyByItself'
import { headsAreAhead, writeHeads } from './commands/audit/writeHeads'
import type { Deps } from './deps'

const EVERY_TEN_SECONDS = '*/10 * * * * *'
const EVERY_MINUTE = '5 * * * * *'
/** In the server's time, after the index was compared with the database. */
const EVERY_NIGHT = '45 3 * * *'
const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/**
 * Keeps the audit chain by itself: seals what was written every minute, or sooner when it is much; writes the chain’s head
 * elsewhere every hour, or as often as VOUCH_AUDIT_HEADS_MINUTES says; verifies the installation every night, and at the start when the last night was missed or the heads
 * are ahead of the chain, as they are after a restore. For one process at a time (see runWorker).
 * @returns what ends it, once everything is sealed and its head written.
 */
export function startAuditUpkeep(deps: Deps): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  let sealedAt = Date.now()
  const inTurn = (name: string, step: () => Promise<unknown>) => (): Promise<void> =>
    (running = running.then(() => attempt(deps, name, step)))
  const seal = async (): Promise<void> => {
    sealedAt = Date.now()
    await sealRecords(deps.payload)
  }
  const sealDue = async (): Promise<void> => {
    if (Date.now() - sealedAt >= MINUTE_MS || (await waitingSeals(deps.payload)) >= BATCH) await seal()
  }
  let headsAt = Date.now()
  const heads = inTurn('Writing the head of the audit log', () => {
    headsAt = Date.now()
    return writeHeads(deps)
  })
  const headsDue = async (): Promise<void> => {
    // Half a second for a clock that ticks early.
    if (Date.now() - headsAt >= deps.env.VOUCH_AUDIT_HEADS_MINUTES * MINUTE_MS - 500) await heads()
  }
  const verify = inTurn('Verifying the installation', () => verifyByItself(deps))
  const options = { noOverlap: true, suppressMissedWarning: true }
  const tasks = [
    schedule(EVERY_TEN_SECONDS, inTurn('Sealing records', sealDue), { ...options, name: 'sealing' }),
    schedule(EVERY_MINUTE, headsDue, { ...options, name: 'audit heads' }),
    schedule(EVERY_NIGHT, verify, { ...options, name: 'nightly verification' }),
  ]
  void inTurn('Looking whether to verify', async () => {
    if (await isDue(deps)) await verifyByItself(deps)
  })()
  return async () => {
    for (const task of tasks) await task.destroy()
    void inTurn('Sealing records', seal)()
    await heads()
  }
}

/** A restore is noticed by the heads; a missed night by the last verification, or by a chain that is older than a day. */
async function isDue(deps: Deps): Promise<boolean> {
  if (await headsAreAhead(deps)) return true
  const last = (await lastVerification(deps.payload))?.at ?? (await firstRowAt(deps))
  return last !== null && Date.now() - Date.parse(last) > DAY_MS
}

async function firstRowAt({ payload }: Deps): Promise<string | null> {
  const found = await payload.find({
    collection: 'audit-log',
    sort: 'seq',
    limit: 1,
    pagination: false,
    depth: 0,
  })
  return found.docs[0]?.at ?? null
}

async function attempt({ payload }: Deps, name: string, step: () => Promise<unknown>): Promise<void> {
  try {
    await step()
  } catch (error) {
    payload.logger.error({ msg: `${name} failed; the next time tries again.`, err: error })
  }
}
