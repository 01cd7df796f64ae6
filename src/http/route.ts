import { randomUUID } from 'node:crypto'
import { NotFoundError } from '../commands/governedDocument'
import { getDeps, type Deps } from '../deps'
import { HttpProblem, problemResponse } from './problem'

/** What every v1 handler is given. */
export interface RouteContext<Params> {
  request: Request
  params: Params
  requestId: string
  deps: Deps
}

/** Wraps a handler: request id in and out, every error as problem+json, never a stack. */
export const route =
  <Params = Record<string, never>>(handle: (context: RouteContext<Params>) => Promise<Response>) =>
  // Next gives none to a route without one.
  async (request: Request, next: { params: Promise<Params | undefined> }): Promise<Response> => {
    const given = request.headers.get('x-request-id')
    const requestId = given && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID()
    try {
      const deps = await getDeps()
      const params = (await next.params) ?? ({} as Params)
      const response = await handle({ request, params, requestId, deps })
      response.headers.set('x-request-id', requestId)
      return response
    } catch (error) {
      return toResponse(error, requestId)
    }
  }

const toResponse = async (error: unknown, requestId: string): Promise<Response> => {
  if (error instanceof HttpProblem) return problemResponse(error.problem, requestId)
  if (error instanceof NotFoundError)
    return problemResponse({ status: 404, title: 'Not found', detail: error.message }, requestId)
  // eslint-disable-next-line no-console -- the logger may be what is broken
  console.error(JSON.stringify({ level: 'error', requestId, message: (error as Error)?.message }))
  return problemResponse(
    {
      status: 503,
      title: 'Unavailable',
      detail: 'Something that this needs is not working. Try again shortly; the request id is in the log.',
      headers: { 'retry-after': '5' },
    },
    requestId,
  )
}
