import { turnExamples } from '@/commands/verdicts/turnExamples'
import { authenticateWhoMay } from '@/http/authenticate'
import { route } from '@/http/route'

/** What reviewers say that turns are, for fitting what reads them. */
export const GET = route(async ({ request, deps: { payload } }) => {
  await authenticateWhoMay(payload, request, 'judgeAnswers', 'export what was judged')
  return new Response(await turnExamples(payload), {
    headers: {
      'content-type': 'application/jsonl; charset=utf-8',
      'content-disposition': 'attachment; filename="reviewed-turns.jsonl"',
    },
  })
})
