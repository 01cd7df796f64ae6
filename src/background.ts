import type { Deps } from './deps'
import { startIndexUpkeep } from './indexUpkeep'
import { startSchedule } from './schedule'

/** What the process with the worker's turn does beside its jobs. @returns what ends it. */
export const startBackground = (deps: Deps): (() => Promise<void>) => {
  const ends = [startSchedule(deps.payload, deps.env), startIndexUpkeep(deps)]
  return async () => {
    await Promise.all(ends.map((end) => end()))
  }
}
