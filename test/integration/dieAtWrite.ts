import type { Deps } from '../../src/deps'

/** Counts writes to the database and the index, and dies before the one that is named. @returns how many there were. */
export const dieAtWrite = (deps: Deps, fatal: number): (() => number) => {
  let writes = 0
  const watch = <T extends object>(owner: T, names: readonly (keyof T)[]) => {
    for (const name of names) {
      const original = owner[name] as (...given: unknown[]) => unknown
      owner[name] = ((...given: unknown[]) => {
        if (++writes === fatal) process.kill(process.pid, 'SIGKILL')
        return original.apply(owner, given)
      }) as T[typeof name]
    }
  }
  watch(deps.store, ['ensure', 'upsert', 'setWindow', 'remove'])
  watch(deps.payload.db, ['create', 'updateOne', 'updateJobs', 'commitTransaction'])
  return () => writes
}
