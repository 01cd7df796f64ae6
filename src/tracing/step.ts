import type { AsyncLocalStorage } from 'node:async_hooks'
import { formatTraceparent, type TracePlace } from './traceparent'

/** What a span says beside its name: ids, counts and kinds, never what anyone wrote. */
export type Attributes = Record<string, string | number | boolean | undefined>

/** What a step may say of itself while it runs. */
export interface Noting {
  /** Whether questions and answers may be told: a setting says so. */
  showsText: boolean
  set(attributes: Attributes): void
  event(name: string, attributes: Attributes): void
}

/** `server`: a request came in; `client`: one goes out. */
export interface StepOptions {
  kind?: 'server' | 'client'
  attributes?: Attributes
}

/** Where spans go; there is none unless a setting names it (otlp.ts). */
export interface Tracing {
  run<T>(name: string, work: (noting: Noting) => T, options: StepOptions): T
  /** Sends what has ended. */
  flush(): Promise<void>
  close(): Promise<void>
}

// The bundle has a copy of this file for each layer; the process has one place for spans.
const shared = globalThis as typeof globalThis & {
  vouchTracing?: Tracing | undefined
  vouchTrace?: AsyncLocalStorage<TracePlace>
}

const SILENT: Noting = { showsText: false, set() {}, event() {} }

/** Runs one step of the work as a span of the trace that it belongs to; where nobody traces, just runs it. */
export function step<T>(name: string, work: (noting: Noting) => T, options: StepOptions = {}): T {
  const { vouchTracing } = shared
  return vouchTracing ? vouchTracing.run(name, work, options) : work(SILENT)
}

/** Where in a trace this runs: the span under way, else the caller's; null where neither is. */
export const placeNow = (): TracePlace | null => shared.vouchTrace?.getStore() ?? null

/** Runs what the whole process waits for: whoever asked first would have it, and all that it begins, in their trace. */
export const outsideTraces = <T>(work: () => T): T =>
  shared.vouchTrace ? shared.vouchTrace.exit(work) : work()

/** The same as a header says it. */
export function traceparentNow(): string | null {
  const place = placeNow()
  return place && formatTraceparent(place)
}

/** For requests that go out: whoever is asked can tell what for. */
export function traceHeaders(): { traceparent?: string } {
  const traceparent = traceparentNow()
  return traceparent ? { traceparent } : {}
}
