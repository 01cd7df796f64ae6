import type { z } from 'zod'
import type { Assist } from '../commands/assist/assistColleague'
import type { ArticleReport, ReportedArticle } from '../commands/assist/reportArticle'
import type { Colleague } from '../commands/handovers/types'
import type { Deps } from '../deps'
import { noticeOf } from '../assist/notice'
import type { PublicAssist } from './assistSchemas'
import { ArticleReportSchema } from './assistSchemas'
import { authenticateDesk, colleagueOf } from './handovers'
import { readJson } from './readJson'
import { route } from './route'

/** A route that a colleague calls, at a desk or signed in. */
export const colleagueRoute = <Schema extends z.ZodType<{ agent?: string | undefined }>>(
  schema: Schema,
  o: {
    scope: 'assist' | 'write:handovers'
    status?: number
    act: (deps: Deps, given: z.infer<Schema> & { id: string; colleague: Colleague }) => Promise<object>
  },
) =>
  route<{ id?: string }>(async ({ request, params, deps }) => {
    const caller = await authenticateDesk(deps.payload, request, o.scope)
    const { value } = await readJson(request, schema)
    const colleague = colleagueOf(caller, value.agent)
    const done = await o.act(deps, { ...value, id: params.id ?? '', colleague })
    return Response.json(done, { status: o.status ?? 200, headers: caller.headers })
  })

/** Where a colleague says that a text is missing or wrong. */
export const articleReport = (
  scope: 'assist' | 'write:handovers',
  act: (deps: Deps, report: ArticleReport & { id: string; colleague: Colleague }) => Promise<ReportedArticle>,
) => colleagueRoute(ArticleReportSchema, { scope, status: 201, act })

export const presentAssist = ({ knowledge, ...assist }: Assist): PublicAssist => ({
  ...assist,
  notice: noticeOf(assist),
  knowledge: knowledge.map(
    ({ document, headingPath, text, audience, mayTell, releaseId, chunkId, validFrom }) => ({
      document,
      headingPath,
      text,
      audience,
      mayTell,
      releaseId,
      chunkId,
      validFrom,
    }),
  ),
})
