import { authenticateBot } from '@/http/authenticate'
import { notFound } from '@/http/problem'
import { presentReceipt } from '@/http/receipts'
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
  if (!docs[0]) throw notFound(`There is no receipt ${params.id}.`)
  return Response.json(await presentReceipt(deps.payload, docs[0], bot), { headers: rateLimitHeaders })
})
