import { authenticateBot } from '@/http/authenticate'
import { notFound } from '@/http/problem'
import { route } from '@/http/route'

/** The stored record of one answer to this key's bot. Another bot's receipt is one that does not exist. */
export const GET = route<{ id: string }>(async ({ request, params, deps }) => {
  const { bot, rateLimitHeaders } = await authenticateBot(deps.payload, request, 'read:receipts')
  const { docs } = await deps.payload.find({
    collection: 'answers',
    where: { and: [{ id: { equals: params.id } }, { bot: { equals: bot.id } }] },
    depth: 0,
    limit: 1,
  })
  const row = docs[0]
  if (!row) throw notFound(`There is no receipt ${params.id}.`)
  return Response.json(
    {
      id: row.id,
      question: row.question,
      messages: row.messages ?? [],
      outcome: row.outcome,
      reason: row.reason ?? null,
      confidence: row.confidence ?? null,
      conversationId: row.conversationId ?? null,
      channel: row.channel ?? null,
      customer: row.customer ?? null,
      locale: row.locale,
      asOf: row.asOf,
      askedAt: row.createdAt,
      requestId: row.requestId,
      response: row.response,
      considered: row.considered,
      degraded: row.degraded,
      timings: row.timings,
      versions: row.versions,
      gapId: row.gap ?? null,
      handoverId: row.handover ?? null,
    },
    { headers: rateLimitHeaders },
  )
})
