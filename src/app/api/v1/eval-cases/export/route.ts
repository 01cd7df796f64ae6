import { readStoredCases, toJsonLines } from '@/commands/storedCases/readStoredCases'
import { authenticateUser } from '@/http/authenticate'
import { route } from '@/http/route'

/** The eval cases that are on, as a file of questions. */
export const GET = route(async ({ request, deps: { payload } }) => {
  await authenticateUser(payload, request)
  return new Response(toJsonLines(await readStoredCases(payload)), {
    headers: {
      'content-type': 'application/jsonl; charset=utf-8',
      'content-disposition': 'attachment; filename="eval-cases.jsonl"',
    },
  })
})
