import { reportGap } from '@/commands/reportGap'
import { authenticateBot, authenticateUser } from '@/http/authenticate'
import { parseLimit } from '@/http/cursor'
import { afterGap, gapsWanted, pageOfGaps } from '@/http/gapCursor'
import { orGapProblem, presentGap } from '@/http/gaps'
import { readJson } from '@/http/readJson'
import { route } from '@/http/route'
import { ReportGapSchema } from '@/http/trySchemas'

/** The gaps that this key's bot ran into, what has the most impact first. */
export const GET = route(async ({ request, deps }) => {
  const { bot, rateLimitHeaders } = await authenticateBot(deps.payload, request, 'read:gaps')
  const limit = parseLimit(request.url)
  const { docs } = await deps.payload.find({
    collection: 'gaps',
    where: { and: [{ bot: { equals: bot.id } }, gapsWanted(request.url), afterGap(request.url)] },
    sort: ['-rank', '-id'],
    limit: limit + 1,
    depth: 0,
  })
  const { data, nextCursor } = pageOfGaps(docs, limit)
  return Response.json(
    { data: data.map((gap) => presentGap(gap, bot)), nextCursor },
    { headers: rateLimitHeaders },
  )
})

/** Puts a question that a person tried on the backlog. */
export const POST = route(async ({ request, deps }) => {
  const user = await authenticateUser(deps.payload, request)
  const { value } = await readJson(request, ReportGapSchema)
  const { bot: botId, ...report } = value
  return Response.json(await orGapProblem(reportGap(deps, { user, botId, ...report })), { status: 201 })
})
