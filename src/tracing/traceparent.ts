/** A place in a trace, as W3C Trace Context writes it in the header `traceparent`. */
export interface TracePlace {
  /** 32 hexadecimal digits. */
  traceId: string
  /** 16 hexadecimal digits. */
  spanId: string
  /** Whether whoever began the trace keeps it. */
  isSampled: boolean
}

const FORM = /^([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(-.*)?$/
const SAMPLED = 1

/**
 * What a caller's `traceparent` says; null for one that is not sound, which begins a trace of our own. So does a trace id
 * without a letter: three in ten million are made so by chance, and a telephone number always is. It would be stored and logged.
 */
export function parseTraceparent(header: string | null | undefined): TracePlace | null {
  const [, version, traceId = '', spanId = '', flags = '', more] = FORM.exec(header?.trim() ?? '') ?? []
  if (!version || version === 'ff' || (version === '00' && more !== undefined)) return null
  if (!/[a-f]/.test(traceId) || /^0+$/.test(spanId)) return null
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & SAMPLED) === SAMPLED }
}

/** A place as the header says it. */
export const formatTraceparent = ({ traceId, spanId, isSampled }: TracePlace): string =>
  `00-${traceId}-${spanId}-${isSampled ? '01' : '00'}`
