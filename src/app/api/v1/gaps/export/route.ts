import { gapsAsCsv } from '@/commands/gaps/gapsAsCsv'
import { authenticateReader } from '@/http/authenticate'
import { route } from '@/http/route'

/** The whole backlog as a table, what has the most impact first. */
export const GET = route(async ({ request, deps: { payload } }) => {
  await authenticateReader(payload, request, 'Agents read hand-overs and texts, not gaps.')
  return new Response(await gapsAsCsv(payload), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="gaps.csv"',
    },
  })
})
