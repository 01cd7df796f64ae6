/** RFC 9457 problem details: the one shape of every error that the v1 API gives. */
export interface Problem {
  status: number
  title: string
  detail: string
  errors?: { pointer: string; detail: string }[]
  /** Extra members, such as the present state of a document. */
  members?: Record<string, unknown>
  headers?: Record<string, string>
}

/** Thrown by what a route calls; mapped to `application/problem+json` once, in `route`. */
export class HttpProblem extends Error {
  override name = 'HttpProblem'
  constructor(readonly problem: Problem) {
    super(problem.detail)
  }
}

export const problemResponse = (problem: Problem, requestId: string): Response =>
  Response.json(problemBody(problem, requestId), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'x-request-id': requestId,
      'cache-control': 'no-store',
      ...problem.headers,
    },
  })

/** What stands in a problem's body, or in the `error` event of a stream. */
export const problemBody = (problem: Problem, requestId: string): Record<string, unknown> => ({
  type: 'about:blank',
  title: problem.title,
  status: problem.status,
  detail: problem.detail,
  requestId,
  ...(problem.errors && { errors: problem.errors }),
  ...problem.members,
})

export const unauthorized = (): HttpProblem =>
  new HttpProblem({
    status: 401,
    title: 'No or unknown key',
    detail:
      'Send a bot’s key as “Authorization: Bearer vch_…”. Keys are made on the bot’s page in the admin.',
    headers: { 'www-authenticate': 'Bearer' },
  })

export const forbidden = (detail: string): HttpProblem =>
  new HttpProblem({ status: 403, title: 'Not allowed', detail })

/** 400 for one query parameter. */
export const invalidParameter = (name: string, detail: string): HttpProblem =>
  new HttpProblem({
    status: 400,
    title: 'Invalid request',
    detail: 'Some parameters cannot be used; see “errors”.',
    errors: [{ pointer: `/${name}`, detail }],
  })

/** 422: what was asked for cannot be done as things are; `detail` says why and what to do. */
export const notAsThingsAre = (detail: string): HttpProblem =>
  new HttpProblem({ status: 422, title: 'Not as things are', detail })

export const notFound = (detail: string): HttpProblem =>
  new HttpProblem({ status: 404, title: 'Not found', detail })
