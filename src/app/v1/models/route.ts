import { authenticateBot } from '@/http/authenticate'
import { openAiErrorResponse } from '@/http/openai/errors'
import { vouchModel } from '@/http/openai/models'
import { route } from '@/http/route'

/** The models that a key may ask: one. */
export const GET = route(async ({ request, deps }) => {
  const { rateLimitHeaders } = await authenticateBot(deps.payload, request, 'answer')
  return Response.json({ object: 'list', data: [vouchModel] }, { headers: rateLimitHeaders })
}, openAiErrorResponse)
