import { readStoredCases, toJsonLines } from '@/commands/storedCases/readStoredCases'
import { may } from '@/governance/permissions'
import { authenticateUser } from '@/http/authenticate'
import { forbidden } from '@/http/problem'
import { route } from '@/http/route'

/** The eval cases that are on, as a file of questions. */
export const GET = route(async ({ request, deps: { payload } }) => {
  const user = await authenticateUser(payload, request)
  if (!may(user, 'readRecords')) throw forbidden('Agents read hand-overs and texts, not eval cases.')
  return new Response(toJsonLines(await readStoredCases(payload)), {
    headers: {
      'content-type': 'application/jsonl; charset=utf-8',
      'content-disposition': 'attachment; filename="eval-cases.jsonl"',
    },
  })
})
