import { authenticateBot } from '@/http/authenticate'
import { openAiErrorResponse } from '@/http/openai/errors'
import { MODEL, vouchModel } from '@/http/openai/models'
import { notFound } from '@/http/problem'
import { route } from '@/http/route'

export const GET = route<{ model: string }>(async ({ request, params, deps }) => {
  const { rateLimitHeaders } = await authenticateBot(deps.payload, request, 'answer')
  if (params.model !== MODEL) throw notFound(`There is one model here, and it is called “${MODEL}”.`)
  return Response.json(vouchModel, { headers: rateLimitHeaders })
}, openAiErrorResponse)
