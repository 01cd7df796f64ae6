import { linkSignals } from '../timeLimit'
import { problemBody } from './problem'
import { problemOf } from './route'

export type SendEvent = (event: string, data: unknown) => void

/** What is said of events, so that nothing on their way keeps or gathers them. */
export const EVENT_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // no-transform: else Next's compression holds events back.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

/** Proxies close what is silent for longer; a comment is nothing to a client. */
const KEEP_ALIVE_MS = 10_000

/** Whether the caller asked for events rather than for one JSON. */
export const wantsEvents = (request: Request): boolean =>
  /(?:^|[\s,])text\/event-stream\b/i.test(request.headers.get('accept') ?? '')

/**
 * Server-sent events, as `run` sends them; what it throws ends them with an `error` event that holds the problem. A
 * comment goes out at once and every ten seconds while there is nothing to say. Its signal is aborted when the client goes.
 */
export const eventStream = (o: {
  request: Request
  requestId: string
  headers: Record<string, string>
  run: (send: SendEvent, signal: AbortSignal) => Promise<void>
  keepAliveMs?: number
}): Response => {
  const gone = new AbortController()
  const { signal, release } = linkSignals([gone.signal, o.request.signal])
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const write = (text: string) => {
        if (!signal.aborted) controller.enqueue(new TextEncoder().encode(text))
      }
      const send: SendEvent = (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
      write(': open\n\n')
      const alive = setInterval(() => write(': still here\n\n'), o.keepAliveMs ?? KEEP_ALIVE_MS)
      try {
        await o.run(send, signal)
      } catch (error) {
        if (!signal.aborted) send('error', problemBody(problemOf(error, o.requestId), o.requestId))
      } finally {
        clearInterval(alive)
        release()
        if (!gone.signal.aborted) controller.close()
      }
    },
    cancel: () => gone.abort(),
  })
  return new Response(body, { headers: { ...o.headers, ...EVENT_HEADERS } })
}
