import { AsyncLocalStorage } from 'node:async_hooks'
import type { TracePlace } from './traceparent'

const shared = globalThis as typeof globalThis & { vouchTrace?: AsyncLocalStorage<TracePlace> }

/** Runs `work`, and all that it begins, at a place in a trace; without one, where it is. */
export const withinTrace = <T>(place: TracePlace | null, work: () => T): T =>
  place ? (shared.vouchTrace ??= new AsyncLocalStorage()).run(place, work) : work()
