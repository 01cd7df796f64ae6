import { readMeasures } from '@/commands/measures/readMeasures'
import { authenticateReader } from '@/http/authenticate'
import { parseMeasures } from '@/http/measures'
import { route } from '@/http/route'

/** How well bots help. For people who are signed in and have more to do here than to work hand-overs. */
export const GET = route(async ({ request, deps: { payload } }) => {
  await authenticateReader(payload, request, 'Agents read hand-overs, not measures.')
  return Response.json(await readMeasures(payload, parseMeasures(request.url)))
})
