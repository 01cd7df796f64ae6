import { readFreshness } from '@/commands/readFreshness'
import { authenticateUser } from '@/http/authenticate'
import { route } from '@/http/route'

/** How much of what bots answer from someone still vouches for. For people who are signed in. */
export const GET = route(async ({ request, deps }) => {
  await authenticateUser(deps.payload, request)
  return Response.json(await readFreshness(deps.payload), { headers: { 'cache-control': 'no-store' } })
})
