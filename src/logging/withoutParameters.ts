import { placeNow } from '../tracing/step'

/**
 * A text without the values of a statement that failed: database layers put the whole of them into their message, and
 * with them whole policies and what customers wrote. They come last, and may look like anything, so all that follows goes.
 */
export function withoutParameters(text: string): string {
  const start = text.search(/\n?params: /)
  return start < 0 ? text : `${text.slice(0, start)} (its values are not logged)`
}

/** A stack repeats the message before its frames. */
const safeStack = (stack: string, message: string): string => {
  const end = stack.indexOf(message) + message.length
  return stack.includes(message)
    ? withoutParameters(stack.slice(0, end)) + stack.slice(end)
    : withoutParameters(stack)
}

const DEEPEST = 5

/** What a log keeps of whatever was thrown: what it is, where it happened and why; none of its other fields. */
export function errorForLog(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? withoutParameters(error) : error
  const { name, message, stack, cause } = error
  const { code, status } = error as { code?: unknown; status?: unknown }
  return {
    type: name,
    message: withoutParameters(message),
    ...(stack && { stack: safeStack(stack, message) }),
    ...(code !== undefined && { code }),
    ...(status !== undefined && { status }),
    ...(cause !== undefined && depth < DEEPEST && { cause: errorForLog(cause, depth + 1) }),
  }
}

/** So that a line of the log is found by the trace that it belongs to, and the trace by the line. */
export function traceFields(): { trace_id?: string; span_id?: string } {
  const place = placeNow()
  return place ? { trace_id: place.traceId, span_id: place.spanId } : {}
}

type LogMethod = (this: unknown, args: unknown[], method: (...args: unknown[]) => void) => void

/** For pino: the trace, errors by whichever name, and messages, which begin with an error's own. */
export const loggerOptions: {
  serializers: Record<string, (value: unknown) => unknown>
  hooks: { logMethod: LogMethod }
  mixin: () => object
} = {
  mixin: traceFields,
  serializers: { err: errorForLog, error: errorForLog, failed: errorForLog },
  hooks: {
    logMethod(args, method) {
      const safe = args.map((arg, i) => {
        if (typeof arg === 'string') return withoutParameters(arg)
        return i === 0 && arg instanceof Error ? { err: arg, msg: withoutParameters(arg.message) } : arg
      })
      method.apply(this, safe)
    },
  },
}

/** For what is written past the logger: Next prints errors of pages with all their fields. */
export function keepParametersOutOfConsole(): void {
  // eslint-disable-next-line no-console -- it is what is made safe
  const print = console.error.bind(console)
  // eslint-disable-next-line no-console
  console.error = (...args: unknown[]) => print(...args.map(printable))
}

function printable(arg: unknown): unknown {
  if (typeof arg === 'string') return withoutParameters(arg)
  return arg instanceof Error && holdsParameters(arg) ? errorForLog(arg) : arg
}

function holdsParameters(error: Error): boolean {
  for (let each: unknown = error; each instanceof Error; each = each.cause)
    if ('params' in each || each.message.includes('params: ')) return true
  return false
}
