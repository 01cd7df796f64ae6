import { readStoredCases, toJsonLines } from '@/commands/storedCases/readStoredCases'
import { authenticateReader } from '@/http/authenticate'
import { route } from '@/http/route'

/** The eval cases that are on, as a file of questions. */
export const GET = route(async ({ request, deps: { payload } }) => {
  await authenticateReader(payload, request, 'Agents read hand-overs and texts, not eval cases.')
  return new Response(toJsonLines(await readStoredCases(payload)), {
    headers: {
      'content-type': 'application/jsonl; charset=utf-8',
      'content-disposition': 'attachment; filename="eval-cases.jsonl"',
    },
  })
})
