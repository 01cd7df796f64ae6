import type { PayloadRequest } from 'payload'
import { stateByText } from '../../gaps/states'
import type { WorkflowState } from '../../vocabulary'
import { updateGap } from './gapRows'

/** The gaps that a text is written for move with it, in the transaction that moves it. */
export async function followText(
  req: PayloadRequest,
  { id, state }: { id: string; state: WorkflowState },
): Promise<void> {
  const { docs } = await req.payload.find({
    collection: 'gaps',
    where: { 'draft.value': { equals: id } },
    depth: 0,
    pagination: false,
    req,
  })
  for (const gap of docs) {
    const next = stateByText(gap.state, state)
    if (next) await updateGap(req, gap.id, { state: next })
  }
}
