import { readIndex } from '@/commands/readIndex'
import { indexAdmin } from '@/http/indexAdmin'
import { route } from '@/http/route'

export const GET = route(async ({ request, deps }) => {
  await indexAdmin(deps, request)
  return Response.json(await readIndex(deps))
})
