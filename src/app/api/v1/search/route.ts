import { searchTexts } from '@/commands/search/searchTexts'
import { authenticateUser } from '@/http/authenticate'
import { route } from '@/http/route'
import { parseSearch } from '@/http/searchSchemas'

export const GET = route(async ({ request, deps }) => {
  const user = await authenticateUser(deps.payload, request)
  const search = parseSearch(new URL(request.url).searchParams)
  return Response.json({ data: await searchTexts({ ...deps, user }, search) })
})
