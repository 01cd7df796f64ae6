import { askForReport } from '@/commands/impact/storedReports'
import { authenticateReader } from '@/http/authenticate'
import { governedCollectionOf } from '@/http/governed'
import { route } from '@/http/route'

/** Has the report on a text in review made anew. */
export const POST = route<{ collection: string; id: string }>(async ({ request, params, deps }) => {
  const collection = governedCollectionOf(params.collection)
  await authenticateReader(
    deps.payload,
    request,
    'Agents read hand-overs and texts; reports are for the others.',
  )
  await askForReport(deps, { collection, id: params.id })
  return Response.json({ state: 'queued' }, { status: 202 })
})
