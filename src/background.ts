import { startAuditUpkeep } from './auditUpkeep'
import type { Deps } from './deps'
import { startIndexUpkeep } from './indexUpkeep'
import { startSchedule } from './schedule'
import { startUnitUpkeep } from './unitUpkeep'

/** What the process with the worker's turn does beside its jobs. @returns what ends it. */
export const startBackground = (deps: Deps): (() => Promise<void>) => {
  const ends = [startSchedule(deps.payload, deps.env), startIndexUpkeep(deps), startUnitUpkeep(deps)]
  const endAudit = startAuditUpkeep(deps)
  return async () => {
    await Promise.all(ends.map((end) => end()))
    // Last, so that what the others did is sealed too.
    await endAudit()
  }
}
