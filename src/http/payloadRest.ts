import { bodyLimitOf } from './edge/bodyLimits'
import { HttpProblem, problemResponse } from './problem'
import { readBody } from './readBody'
import { requestIdOf } from './requestId'

type Handler = (request: Request, args: { params: Promise<{ slug: string[] }> }) => Promise<Response>

/**
 * One of Payload's handlers behind our limit: the body is read here, counted as it comes, before Payload parses it or asks
 * who sent it. A body that does not say its length gets no further than one that does.
 */
export const limited =
  (handle: Handler): Handler =>
  async (request, args) => {
    if (!request.body) return handle(request, args)
    try {
      const body = await readBody(request, bodyLimitOf(new URL(request.url).pathname))
      const { url, method, headers, signal } = request
      return await handle(new Request(url, { method, headers, signal, body: new Uint8Array(body) }), args)
    } catch (error) {
      if (!(error instanceof HttpProblem)) throw error
      return problemResponse(error.problem, requestIdOf(request))
    }
  }
