import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Context,
  type Span,
} from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources'
import { BasicTracerProvider, BatchSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base'
import { placeNow, type Noting, type Tracing } from './step'
import type { TracePlace } from './traceparent'
import { withinTrace } from './within'

interface OtlpOptions {
  /** Of Vouch, for the resource. */
  version: string
  showsText: boolean
  /** Told when spans cannot be sent. */
  onFailure: (message: string) => void
}

const KINDS = { server: SpanKind.SERVER, client: SpanKind.CLIENT }

/**
 * Spans over OTLP/HTTP, to where the standard variables say (OTEL_EXPORTER_OTLP_…, OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES,
 * OTEL_TRACES_SAMPLER, OTEL_BSP_…). The provider is ours alone and not the process's: a global one would be found by the
 * libraries that look for it, and what they put into spans (statements with their values, prompts) is not ours to choose.
 */
export function createOtlpTracing({ version, showsText, onFailure }: OtlpOptions): Tracing {
  const provider = new BasicTracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': 'vouch', 'service.version': version }))
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(tellingFailures(onFailure))],
  })
  const tracer = provider.getTracer('vouch', version)
  return {
    run(name, work, { kind, attributes }) {
      const options = { kind: kind ? KINDS[kind] : SpanKind.INTERNAL, ...(attributes && { attributes }) }
      const span = tracer.startSpan(name, options, contextOf(placeNow()))
      return withinTrace(placeOf(span), () => untilDone(span, () => work(notingOn(span, showsText))))
    },
    flush: () => provider.forceFlush(),
    close: () => provider.shutdown(),
  }
}

const contextOf = (place: TracePlace | null): Context =>
  place
    ? trace.setSpanContext(ROOT_CONTEXT, {
        traceId: place.traceId,
        spanId: place.spanId,
        traceFlags: place.isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
      })
    : ROOT_CONTEXT

function placeOf(span: Span): TracePlace {
  const { traceId, spanId, traceFlags } = span.spanContext()
  return { traceId, spanId, isSampled: (traceFlags & TraceFlags.SAMPLED) !== 0 }
}

const notingOn = (span: Span, showsText: boolean): Noting => ({
  showsText,
  set: (attributes) => void span.setAttributes(attributes),
  event: (name, attributes) => void span.addEvent(name, attributes),
})

/** Ends the span with the work, whichever way that ends. */
function untilDone<T>(span: Span, work: () => T): T {
  try {
    const result = work()
    if (!isPromise(result)) {
      span.end()
      return result
    }
    return result.then(
      (value: unknown) => {
        span.end()
        return value
      },
      (error: unknown) => {
        endFailed(span, error)
        throw error
      },
    ) as T
  } catch (error) {
    endFailed(span, error)
    throw error
  }
}

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof (value as { then?: unknown } | null)?.then === 'function'

/** The kind of the error and never its message: that may hold what someone wrote, or a statement's values. */
function endFailed(span: Span, error: unknown): void {
  span.setAttribute('error.type', error instanceof Error ? error.name : 'unknown')
  span.setStatus({ code: SpanStatusCode.ERROR })
  span.end()
}

const SAID_EVERY_MS = 60_000

/** The exporter, which says once a minute at the most that spans are lost. */
function tellingFailures(onFailure: (message: string) => void): SpanExporter {
  const exporter = new OTLPTraceExporter()
  let saidAt = -SAID_EVERY_MS
  const tell = (why: string) => {
    if (performance.now() - saidAt < SAID_EVERY_MS) return
    saidAt = performance.now()
    onFailure(
      `Traces could not be sent (${why}); answers go on without. Check OTEL_EXPORTER_OTLP_ENDPOINT and that the collector is up.`,
    )
  }
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        if (result.error) tell(causeOf(result.error))
        done(result)
      }),
    forceFlush: () => exporter.forceFlush(),
    shutdown: () => exporter.shutdown(),
  }
}

/** A socket's error has no message where several addresses were tried, and a code always. */
const causeOf = (error: Error & { code?: string | number }): string =>
  String(error.code ?? (error.message || error.name)).slice(0, 200)
