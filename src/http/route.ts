import { ReceiptErased } from '../commands/erasure/receiptErased'
import { NotFoundError } from '../commands/governedDocument'
import { getDeps, type Deps } from '../deps'
import { traceFields, withoutParameters } from '../logging/withoutParameters'
import { countRefusal } from './metrics/registry'
import { HttpProblem, problemResponse, type Problem } from './problem'
import { readableByPage } from './readable'
import { requestIdOf } from './requestId'
import { traced } from './traced'

/** As proxies write it of a client that went away. */
const CLIENT_GONE = 499

/** What every v1 handler is given. */
export interface RouteContext<Params> {
  request: Request
  params: Params
  requestId: string
  deps: Deps
}

/**
 * Wraps a handler: request id in and out, every error as problem+json, never a stack.
 * @param refuse how errors are told where a face has a shape of its own for them.
 */
export const route =
  <Params extends object = Record<string, never>>(
    handle: (context: RouteContext<Params>) => Promise<Response>,
    refuse: (problem: Problem, requestId: string) => Response = problemResponse,
  ) =>
  // Next gives none to a route without one.
  async (request: Request, next: { params: Promise<Params | undefined> }): Promise<Response> => {
    const requestId = requestIdOf(request)
    const params = (await next.params) ?? ({} as Params)
    return traced(request, params, async () => {
      try {
        const deps = await getDeps()
        const response = await handle({ request, params, requestId, deps })
        response.headers.set('x-request-id', requestId)
        // What one bot or person was told is for nobody else.
        if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store')
        return readableByPage(request, response)
      } catch (error) {
        // Nobody is there to be told, and nothing is wrong here.
        if (request.signal.aborted) return new Response(null, { status: CLIENT_GONE })
        const problem = problemOf(error, requestId)
        countRefusal(problem.status)
        return readableByPage(request, refuse(problem, requestId))
      }
    })
  }

/** The problem that a caller is told, whatever was thrown; what nobody expected goes to the log under the request's id. */
export const problemOf = (error: unknown, requestId: string): Problem => {
  if (error instanceof HttpProblem) return error.problem
  if (error instanceof NotFoundError) return { status: 404, title: 'Not found', detail: error.message }
  if (error instanceof ReceiptErased) return { status: 410, title: 'Erased', detail: error.message }
  // eslint-disable-next-line no-console -- the logger may be what is broken
  console.error(
    JSON.stringify({
      level: 'error',
      requestId,
      ...traceFields(),
      message: withoutParameters(String((error as Error)?.message)),
    }),
  )
  return {
    status: 503,
    title: 'Unavailable',
    detail: 'Something that this needs is not working. Try again shortly; the request id is in the log.',
    headers: { 'retry-after': '5' },
  }
}
