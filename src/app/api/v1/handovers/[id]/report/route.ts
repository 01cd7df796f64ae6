import { reportArticle } from '@/commands/handovers/reportArticle'
import { authenticateDesk, colleagueOf } from '@/http/handovers'
import { ArticleReportSchema } from '@/http/handoverSchemas'
import { readJson } from '@/http/readJson'
import { route } from '@/http/route'

/** A colleague says that a text is missing or wrong. */
export const POST = route<{ id: string }>(async ({ request, params, deps }) => {
  const caller = await authenticateDesk(deps.payload, request, 'write:handovers')
  const { value } = await readJson(request, ArticleReportSchema)
  const colleague = colleagueOf(caller, value.agent)
  const reported = await reportArticle(deps, { ...value, id: params.id, colleague })
  return Response.json(reported, { status: 201, headers: caller.headers })
})
