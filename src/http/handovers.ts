import type { Payload } from 'payload'
import type { z } from 'zod'
import { idOf } from '../records/content'
import type { HandoverDossier, HandoverFilter } from '../commands/handovers/readHandovers'
import { HandoverRefused, type Colleague, type HandoverContext } from '../commands/handovers/types'
import { onlyWho } from '../governance/permissionWords'
import { may } from '../governance/permissions'
import type { Handover } from '../../payload-types'
import { authenticateEither, type Caller } from './authenticate'
import { sayIssue } from './fieldWords'
import { HandoverQuerySchema, type PublicDossier, type PublicHandover } from './handoverSchemas'
import { idempotencyKeyOf } from './idempotencyKey'
import { forbidden, HttpProblem, invalidParameter } from './problem'
import { readJson } from './readJson'
import { route } from './route'

/** A bot with the scope, or a person who works hand-overs. @throws {HttpProblem} 401, 403, 429 */
export const authenticateDesk = async (
  payload: Payload,
  request: Request,
  scope: 'read:handovers' | 'write:handovers',
): Promise<Caller> => {
  const caller = await authenticateEither(payload, request, scope)
  if (caller.user && !may(caller.user, 'workHandovers')) throw forbidden(onlyWho('workHandovers'))
  return caller
}

/** `?state&queue&urgency&since`. @throws {HttpProblem} 400 with a pointer to what cannot be used. */
export const parseHandoverFilter = (url: string, { bot }: Caller): HandoverFilter => {
  const { searchParams } = new URL(url)
  const given = Object.fromEntries(
    Object.keys(HandoverQuerySchema.shape).flatMap((name) =>
      searchParams.has(name) ? [[name, searchParams.get(name)]] : [],
    ),
  )
  const parsed = HandoverQuerySchema.safeParse(given, { error: sayIssue })
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw invalidParameter(String(issue?.path[0]), issue?.message ?? 'This cannot be used.')
  }
  return { ...parsed.data, bot: bot?.id }
}

export const presentHandover = (row: Handover): PublicHandover => ({
  id: row.id,
  state: row.state ?? 'open',
  queue: row.queue,
  urgency: row.urgency,
  reason: row.reason,
  question: row.question,
  botId: idOf(row.bot),
  receiptId: idOf(row.receipt),
  createdAt: row.createdAt,
  claimedBy: row.claimedByName ?? null,
  claimedAt: row.claimedAt ?? null,
  endedAt: row.endedAt ?? null,
  summary: row.summary ?? null,
})

export const presentDossier = ({
  handover,
  receipt,
  acts,
  package: context,
}: HandoverDossier): PublicDossier => ({
  ...presentHandover(handover),
  conversationId: receipt?.conversationId ?? null,
  channel: receipt?.channel ?? null,
  customer: receipt?.customer ?? null,
  locale: receipt?.locale ?? null,
  package: context as PublicDossier['package'],
  acts: acts.map(({ act, byName, text, createdAt }) => ({
    act,
    by: byName,
    text: text ?? null,
    at: createdAt,
  })),
})

/** A route in which a colleague does something to a hand-over; a refusal is 409 with who has it and since when. */
export const handoverAct = <Schema extends z.ZodType<{ agent?: string | undefined }>>(
  schema: Schema,
  act: (context: HandoverContext, given: z.infer<Schema> & { id: string }) => Promise<Handover>,
) =>
  route<{ id: string }>(async ({ request, params, deps: { payload } }) => {
    const caller = await authenticateDesk(payload, request, 'write:handovers')
    const { value } = await readJson(request, schema)
    const colleague = colleagueOf(caller, value.agent)
    const idempotencyKey = idempotencyKeyOf(request)
    try {
      const row = await act({ payload, colleague, idempotencyKey }, { ...value, id: params.id })
      return Response.json(presentHandover(row), { headers: caller.headers })
    } catch (error) {
      if (!(error instanceof HandoverRefused)) throw error
      const { message: detail, standing } = error
      throw new HttpProblem({ status: 409, title: 'Not as things are', detail, members: { ...standing } })
    }
  })

/** Who acts: a person under their own name, or the colleague whom the desk names. @throws {HttpProblem} 400 */
export function colleagueOf({ bot, user }: Caller, agent: string | undefined): Colleague {
  if (user) {
    if (agent !== undefined) throw invalidAgent('You act under your own name. Leave this out.')
    const { id, name } = user
    return { key: `user:${id}`, name, actor: { id, name }, bot: null }
  }
  if (agent === undefined) throw invalidAgent('Say which colleague this is, such as “Ana Ruiz”.')
  const actor = { id: bot.id, name: `${agent} (${bot.name})` }
  return { key: `bot:${bot.id}:${agent}`, name: agent, actor, bot: bot.id }
}

const invalidAgent = (detail: string): HttpProblem =>
  new HttpProblem({
    status: 400,
    title: 'Invalid request',
    detail: 'Some fields cannot be used; see “errors”.',
    errors: [{ pointer: '/agent', detail }],
  })
