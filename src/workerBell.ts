import { EventEmitter, once } from 'node:events'
import { withTimeLimit } from './timeLimit'

/** One for the process: Next loads this file once for its routes and once for the worker that it starts. */
const shared = globalThis as typeof globalThis & { vouchWorkerBell?: EventEmitter }
const bell = (shared.vouchWorkerBell ??= new EventEmitter())

/** Tells a worker in this process that a job was committed, so that it need not find out by itself. */
export const ringWorker = (): void => {
  bell.emit('work')
}

/** Until the bell rings, `ms` have passed or `signal` aborts, whichever comes first. */
export const untilRung = async (ms: number, signal: AbortSignal): Promise<void> => {
  await withTimeLimit({ ms, signals: [signal] }, (limit) =>
    once(bell, 'work', { signal: limit.signal }),
  ).catch(() => {})
}
