import { step } from '../tracing/step'
import { parseTraceparent } from '../tracing/traceparent'
import { withinTrace } from '../tracing/within'

/** Asked every few seconds by machines: their spans would bury the answers'. */
const UNWATCHED = /^\/(?:metrics$|api\/v1\/health\/)/

/** Serves a request at its place in the caller's trace, else in one of its own. */
export async function traced(
  request: Request,
  params: object,
  serve: () => Promise<Response>,
): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (UNWATCHED.test(pathname)) return serve()
  const route = routeOf(pathname, params)
  return withinTrace(parseTraceparent(request.headers.get('traceparent')), () =>
    step(
      `${request.method} ${route}`,
      async ({ set }) => {
        const response = await serve()
        const { status } = response
        set({ 'http.response.status_code': status, ...(status >= 500 && { 'error.type': String(status) }) })
        return response
      },
      { kind: 'server', attributes: { 'http.request.method': request.method, 'http.route': route } },
    ),
  )
}

/** The path with the names of its parameters: ids would make each span's name its own, and may be a person's. */
export function routeOf(pathname: string, params: object): string {
  const names = new Map(
    Object.entries(params).flatMap(([name, value]) => [value].flat().map((part) => [String(part), name])),
  )
  return pathname
    .split('/')
    .map((part) => {
      const name = names.get(decoded(part))
      return name ? `{${name}}` : part
    })
    .join('/')
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
