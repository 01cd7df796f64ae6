import { authenticateBot } from '@/http/authenticate'
import { findReceiptOf, presentReceipt } from '@/http/receipts'
import { route } from '@/http/route'

/** The stored record of one answer to this key's bot. */
export const GET = route<{ id: string }>(async ({ request, params, deps }) => {
  const { bot, rateLimitHeaders } = await authenticateBot(deps.payload, request, 'read:receipts')
  const row = await findReceiptOf(deps.payload, bot, params.id)
  return Response.json(await presentReceipt(deps.payload, row, bot), { headers: rateLimitHeaders })
})
