import { startAuditUpkeep } from './auditUpkeep'
import { makeProvable } from './commands/audit/makeProvable'
import { eraseExpired } from './commands/erasure/eraseExpired'
import { nameHandoverBots } from './commands/handovers/nameHandoverBots'
import { renameStates } from './commands/gaps/renameStates'
import type { Deps } from './deps'
import { startIndexUpkeep } from './indexUpkeep'
import { startSchedule } from './schedule'
import { startUnitUpkeep } from './unitUpkeep'

/** What the process with the worker's turn does beside its jobs. @returns what ends it. */
export const startBackground = (deps: Deps): (() => Promise<void>) => {
  const schedule = startSchedule(deps.payload, {
    publicUrl: deps.env.publicUrl,
    eraseExpired: () => eraseExpired(deps),
  })
  const ends = [schedule, startIndexUpkeep(deps), startUnitUpkeep(deps)]
  const naming = nameHandoverBots(deps.payload).catch((error: unknown) =>
    deps.payload.logger.error({
      msg: 'Naming the bots of older hand-overs failed; the next start tries again.',
      err: error,
    }),
  )
  const renaming = renameStates(deps.payload).catch((error: unknown) =>
    deps.payload.logger.error({
      msg: 'Renaming the states of older gaps failed; the next start tries again.',
      err: error,
    }),
  )
  const proving = makeProvable(deps.payload).catch((error: unknown) =>
    deps.payload.logger.error({
      msg: 'Making older records provable failed; the next start tries again.',
      err: error,
    }),
  )
  const endAudit = startAuditUpkeep(deps)
  return async () => {
    await Promise.all([naming, renaming, proving, ...ends.map((end) => end())])
    // Last, so that what the others did is sealed too.
    await endAudit()
  }
}
