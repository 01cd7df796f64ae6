import manifest from '../../package.json'
import type { Tracing } from './step'

const shared = globalThis as typeof globalThis & { vouchTracing?: Tracing | undefined }

interface TracingSettings {
  OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined
  VOUCH_TRACE_TEXT: 'on' | 'off'
}

/** Has this process's spans sent to where the settings say; nothing is loaded, and nothing sent, where they say nothing. */
export async function startTracing(
  { OTEL_EXPORTER_OTLP_ENDPOINT, VOUCH_TRACE_TEXT }: TracingSettings,
  onFailure: (message: string) => void,
): Promise<void> {
  if (!OTEL_EXPORTER_OTLP_ENDPOINT || shared.vouchTracing) return
  const { createOtlpTracing } = await import('./otlp')
  shared.vouchTracing = createOtlpTracing({
    version: manifest.version,
    showsText: VOUCH_TRACE_TEXT === 'on',
    onFailure,
  })
}

/** Sends what has ended and not been sent: a process is about to end, or waits long. Never rejects. */
export const flushTracing = async (): Promise<void> => shared.vouchTracing?.flush().catch(() => {})

/** The same, and no span from then on. Never rejects. */
export async function endTracing(): Promise<void> {
  const tracing = shared.vouchTracing
  shared.vouchTracing = undefined
  await tracing?.close().catch(() => {})
}
