import type { Problem } from '../problem'

/** An error as OpenAI's clients read it. */
export interface OpenAIError {
  error: {
    message: string
    type: string
    param: string | null
    code: string | null
    vouch?: Record<string, unknown>
  }
}

const KINDS: Record<number, readonly [type: string, code: string | null]> = {
  401: ['invalid_request_error', 'invalid_api_key'],
  403: ['permission_error', 'insufficient_permissions'],
  404: ['invalid_request_error', 'not_found'],
  409: ['conflict_error', null],
  429: ['rate_limit_error', 'rate_limit_exceeded'],
  503: ['server_error', 'service_unavailable'],
}

/** What stands for a status that is not named above, as OpenAI's clients sort errors. */
const kindOf = (status: number) =>
  KINDS[status] ?? ([status >= 500 ? 'server_error' : 'invalid_request_error', null] as const)

/** A problem in the shape of OpenAI's errors. What a bot could show of it (`message`, `outcome`) stands under `vouch`. */
export function openAiError({ status, detail, errors, members }: Problem): OpenAIError {
  const [type, code] = kindOf(status)
  const { param, code: own, ...vouch } = members ?? {}
  const first = errors?.[0]
  // The body as a whole has no name.
  const named = first && first.pointer !== '/' ? paramOf(first.pointer) : null
  return {
    error: {
      message: first ? (named ? `${first.detail} (${named})` : first.detail) : detail,
      type,
      param: typeof param === 'string' ? param : named,
      code: typeof own === 'string' ? own : code,
      ...(Object.keys(vouch).length && { vouch }),
    },
  }
}

/** `/messages/0/content` as OpenAI writes it: `messages[0].content`. */
const paramOf = (pointer: string): string =>
  pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : path ? `${path}.${part}` : part), '')

/** Told to OpenAI's clients in place of a problem+json. */
export const openAiErrorResponse = (problem: Problem, requestId: string): Response =>
  Response.json(openAiError(problem), {
    status: problem.status,
    headers: { 'x-request-id': requestId, 'cache-control': 'no-store', ...problem.headers },
  })
