import type { SanitizedConfig } from 'payload'
import { bodyLimitOf } from './edge/bodyLimits'
import { HttpProblem, invalidParameter, notFound, problemResponse } from './problem'
import { readBody } from './readBody'
import { requestIdOf } from './requestId'

type Handler = (request: Request, args: { params: Promise<{ slug: string[] }> }) => Promise<Response>

/**
 * One of Payload's handlers behind our limit: the body is read here, counted as it comes, before Payload parses it or asks
 * who sent it. A body that does not say its length gets no further than one that does; and what Payload would answer with
 * 500, because it expects nobody to ask for it, is a 400 or a 404.
 */
export const limited =
  (handle: Handler, config: Promise<SanitizedConfig>): Handler =>
  async (request, args) => {
    try {
      assertUsable(request.url)
      assertThere(await config, (await args.params).slug)
      if (!request.body) return await handle(request, args)
      const body = await readBody(request, bodyLimitOf(new URL(request.url).pathname))
      const { url, method, headers, signal } = request
      return await handle(new Request(url, { method, headers, signal, body: new Uint8Array(body) }), args)
    } catch (error) {
      if (!(error instanceof HttpProblem)) throw error
      return problemResponse(error.problem, requestIdOf(request))
    }
  }

/** Parameters that are objects, written with brackets. */
const OBJECTS = ['where', 'select', 'populate', 'joins']

function assertUsable(url: string): void {
  const { searchParams } = new URL(url)
  const plain = OBJECTS.find((name) => searchParams.get(name) && !searchParams.get(name)!.startsWith('{'))
  if (plain)
    throw invalidParameter(plain, `This is written with brackets, such as ${plain}[title][equals]=Returns.`)
}

/** Payload offers versions and the confirming of addresses for every collection, and fails for those that have none. */
function assertThere({ collections }: SanitizedConfig, [slug, operation]: string[]): void {
  const collection = collections.find((each) => each.slug === slug)
  if (!collection) return
  const missing =
    (operation === 'versions' && !collection.versions) || (operation === 'verify' && !collection.auth?.verify)
  if (missing) throw notFound(`${slug} has no “${operation}”.`)
}
