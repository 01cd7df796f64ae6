import { flushTracing } from './start'

/** Sends what has ended while a server that was told to end lets its last answers out. A command flushes when it closes. */
export function flushAtShutdown(): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void flushTracing())
}
