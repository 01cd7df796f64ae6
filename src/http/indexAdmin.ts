import type { z } from 'zod'
import type { Deps } from '../deps'
import { EmbeddingError, StoreError, VouchError } from '../errors'
import { authenticateWhoMay } from './authenticate'
import { HttpProblem, notAsThingsAre } from './problem'
import { readJson } from './readJson'
import { route, type RouteContext } from './route'

export interface IndexAdmin {
  id: string
  name: string
}

/** The signed-in admin. @throws {HttpProblem} 401, 403 */
export const indexAdmin = async ({ payload }: Deps, request: Request): Promise<IndexAdmin> => {
  const { id, name } = await authenticateWhoMay(payload, request, 'maintainIndex')
  return { id, name }
}

/** A call that an admin makes: its body parsed, what refuses it as 422, a dependency that is down as 503. */
export const adminAct = <Schema extends z.ZodType>(
  schema: Schema,
  act: (o: { deps: Deps; actor: IndexAdmin; id: string; body: z.infer<Schema> }) => Promise<object>,
  status = 200,
) =>
  route<{ id: string }>(async ({ request, params, deps }: RouteContext<{ id: string }>) => {
    const actor = await indexAdmin(deps, request)
    const { value } = await readJson(request, schema)
    try {
      return Response.json(await act({ deps, actor, id: params.id, body: value }), { status })
    } catch (error) {
      if (!(error instanceof VouchError)) throw error
      const down = error instanceof StoreError || error instanceof EmbeddingError
      throw down
        ? new HttpProblem({ status: 503, title: 'Unavailable', detail: error.message })
        : notAsThingsAre(error.message)
    }
  })
