import type { Problem } from '../problem'
import { normalised } from './bodyLimits'

/** What OpenAI’s clients are told as the address of the API. */
export const OPENAI_BASE = '/v1'

/** Where agents find the Model Context Protocol. */
export const MCP_PATH = '/mcp'

/** Every address of the API under `/api/v1`, with what it takes. What is not here is refused before anything is loaded. */
export const V1_PATHS: Readonly<Record<string, readonly string[]>> = {
  '/answer': ['POST'],
  '/assist': ['POST'],
  '/assist/{id}/outcome': ['POST'],
  '/audit/export': ['GET'],
  '/audit/verify': ['POST'],
  '/bots/{id}/keys': ['POST'],
  '/bots/{id}/keys/{prefix}/limits': ['POST'],
  '/bots/{id}/keys/{prefix}/revoke': ['POST'],
  '/bots/{id}/keys/{prefix}/rotate': ['POST'],
  '/calibrations/{id}/approve': ['POST'],
  '/comments/{id}/resolve': ['POST'],
  '/conversations/{id}/feedback': ['POST'],
  '/conversations/{id}/outcome': ['POST'],
  '/conversations/{id}/replies': ['GET'],
  '/documents/{collection}/{id}/comments': ['POST'],
  '/documents/{collection}/{id}/report': ['POST'],
  '/documents/{collection}/{id}/transitions': ['POST'],
  '/documents/{collection}/{id}/workflow': ['GET'],
  '/escalation/try': ['POST'],
  '/eval-cases': ['POST'],
  '/eval-cases/export': ['GET'],
  '/eval-runs': ['POST'],
  '/freshness': ['GET'],
  '/gaps': ['GET', 'POST'],
  '/gaps/export': ['GET'],
  '/gaps/{id}': ['GET'],
  '/gaps/{id}/comment': ['POST'],
  '/gaps/{id}/confirm': ['POST'],
  '/gaps/{id}/due': ['POST'],
  '/gaps/{id}/merge': ['POST'],
  '/gaps/{id}/split': ['POST'],
  '/gaps/{id}/triage': ['POST'],
  '/gaps/{id}/amend': ['POST'],
  '/gaps/{id}/assign': ['POST'],
  '/gaps/{id}/dismiss': ['POST'],
  '/gaps/{id}/draft': ['POST'],
  '/gaps/{id}/reopen': ['POST'],
  '/handovers': ['GET'],
  '/handovers/{id}': ['GET'],
  '/handovers/{id}/claim': ['POST'],
  '/handovers/{id}/contact': ['POST'],
  '/handovers/{id}/note': ['POST'],
  '/handovers/{id}/reply': ['POST'],
  '/handovers/{id}/report': ['POST'],
  '/handovers/{id}/resolve': ['POST'],
  '/handovers/{id}/return': ['POST'],
  '/health/live': ['GET'],
  '/health/ready': ['GET'],
  '/imports/{batch}': ['POST'],
  '/imports/{batch}/drafts': ['POST'],
  '/index': ['GET'],
  '/index/build': ['POST'],
  '/index/jobs/retry': ['POST'],
  '/index/rollback': ['POST'],
  '/index/versions/{id}/activate': ['POST'],
  '/index/versions/{id}/remove': ['POST'],
  '/measures': ['GET'],
  '/measures/export': ['GET'],
  '/notifications': ['GET'],
  '/notifications/read': ['POST'],
  '/openapi.json': ['GET'],
  '/recalls': ['GET'],
  '/recalls/{id}': ['GET'],
  '/recalls/{id}/acknowledge': ['POST'],
  '/recalls/{id}/follow-ups/{receipt}': ['POST'],
  '/receipts/{id}': ['GET'],
  '/receipts/{id}/replay': ['POST'],
  '/receipts/{id}/verdict': ['POST'],
  '/rights/{id}/confirm': ['POST'],
  '/rights/{id}/refuse': ['POST'],
  '/search': ['GET'],
  '/sources/{id}/sync': ['POST'],
  '/try': ['POST'],
  '/verdicts/examples': ['GET'],
  '/webhook-messages': ['GET'],
  '/webhook-messages/{id}/replay': ['POST'],
  '/webhooks/{id}/secret': ['POST'],
  '/webhooks/{id}/sign-in': ['POST'],
}

/** The addresses below `/v1`, where OpenAI’s clients look for them. */
export const OPENAI_PATHS: Readonly<Record<string, readonly string[]>> = {
  '/chat/completions': ['POST'],
  '/models': ['GET'],
  '/models/{model}': ['GET'],
  '/responses': ['POST'],
}

const CONTRACT = '/api/v1/openapi.json'

const BASES = [
  { base: '/api/v1', patterns: patternsOf(V1_PATHS) },
  { base: OPENAI_BASE, patterns: patternsOf(OPENAI_PATHS) },
]

function patternsOf(paths: Readonly<Record<string, readonly string[]>>) {
  return Object.entries(paths).map(([address, methods]) => ({
    pattern: new RegExp(`^${address.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    methods,
  }))
}

/** Why there is nothing at an address of ours, or nothing that can be done so there; null for everything else. */
export function refuseAddress({ method, pathname }: { method: string; pathname: string }): Problem | null {
  const path = normalised(pathname).replace(/\/$/, '')
  const face = BASES.find(({ base }) => path === base || path.startsWith(`${base}/`))
  if (!face) return null
  const address = path.slice(face.base.length)
  // Where several addresses fit, what any of them takes may come in; Next chooses among them.
  const known = face.patterns.filter(({ pattern }) => pattern.test(address))
  if (!known.length)
    return {
      status: 404,
      title: 'Not found',
      detail: `There is nothing at ${shown(path)}. ${CONTRACT} lists what there is.`,
    }
  const allowed = [...new Set(known.flatMap(({ methods }) => allowedOf(methods)))]
  if (allowed.includes(method)) return null
  return {
    status: 405,
    title: 'Method not allowed',
    detail: `${shown(path)} takes ${allowed.filter(isSaid).join(' or ')}, not ${shown(method)}.`,
    headers: { allow: allowed.join(', ') },
  }
}

/** Next answers HEAD where there is GET, and OPTIONS everywhere. */
const allowedOf = (methods: readonly string[]): string[] => [
  ...methods,
  ...(methods.includes('GET') ? ['HEAD'] : []),
  'OPTIONS',
]

const isSaid = (method: string): boolean => method !== 'HEAD' && method !== 'OPTIONS'

const shown = (given: string): string => (given.length > 100 ? `${given.slice(0, 100)}…` : given)
