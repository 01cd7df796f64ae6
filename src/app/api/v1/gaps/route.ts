import { reportGap } from '@/commands/reportGap'
import { authenticateBot, authenticateUser } from '@/http/authenticate'
import { parsePage } from '@/http/cursor'
import { listGaps, orGapProblem } from '@/http/gaps'
import { readJson } from '@/http/readJson'
import { route } from '@/http/route'
import { ReportGapSchema } from '@/http/trySchemas'

/** The gaps that this key's bot ran into, the newest first. */
export const GET = route(async ({ request, deps }) => {
  const { bot, rateLimitHeaders } = await authenticateBot(deps.payload, request, 'read:gaps')
  const page = await listGaps(deps.payload, bot, parsePage(request.url))
  return Response.json(page, { headers: rateLimitHeaders })
})

/** Puts a question that a person tried on the backlog. */
export const POST = route(async ({ request, deps }) => {
  const user = await authenticateUser(deps.payload, request)
  const { value } = await readJson(request, ReportGapSchema)
  const { bot: botId, ...report } = value
  return Response.json(await orGapProblem(reportGap(deps, { user, botId, ...report })), { status: 201 })
})
