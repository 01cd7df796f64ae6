import { decideRight, RightRefused } from '../commands/rights'
import { authenticateUser } from './authenticate'
import { notAsThingsAre } from './problem'
import { route } from './route'

/** A second person agrees to a right that another gave, or refuses it. */
export const decideRightRoute = (decision: 'confirm' | 'refuse') =>
  route<{ id: string }>(async ({ request, params, deps: { payload } }) => {
    const user = await authenticateUser(payload, request)
    try {
      const { id, state, title } = await decideRight({ payload, user }, { id: params.id, decision })
      return Response.json({ id, state, title })
    } catch (error) {
      if (error instanceof RightRefused) throw notAsThingsAre(error.message)
      throw error
    }
  })
