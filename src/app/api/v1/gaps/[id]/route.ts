import { underGap } from '@/commands/gaps/placed'
import { authenticateBot } from '@/http/authenticate'
import { gapReasonFor, presentGap } from '@/http/gaps'
import { notFound } from '@/http/problem'
import { route } from '@/http/route'

const MAX_EVENTS = 100

/** One gap of this key's bot, with the questions that opened it. Another bot's gap is one that does not exist. */
export const GET = route<{ id: string }>(async ({ request, params, deps }) => {
  const { bot, rateLimitHeaders } = await authenticateBot(deps.payload, request, 'read:gaps')
  const { docs } = await deps.payload.find({
    collection: 'gaps',
    where: { and: [{ id: { equals: params.id } }, { bot: { equals: bot.id } }] },
    depth: 0,
    limit: 1,
  })
  const gap = docs[0]
  if (!gap) throw notFound(`There is no gap ${params.id}.`)
  const events = await deps.payload.find({
    collection: 'gap-events',
    where: { and: [await underGap(deps.payload, gap.id), { bot: { equals: bot.id } }] },
    sort: '-createdAt',
    depth: 0,
    limit: MAX_EVENTS,
  })
  return Response.json(
    {
      ...presentGap(gap, bot),
      questions: events.docs.map(({ question, reason, receipt, createdAt }) => ({
        question,
        reason: gapReasonFor(reason, bot),
        receiptId: receipt,
        askedAt: createdAt,
      })),
    },
    { headers: rateLimitHeaders },
  )
})
