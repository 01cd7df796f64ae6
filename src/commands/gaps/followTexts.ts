import type { PayloadRequest } from 'payload'
import { idOf } from '../../records/content'
import { stateByText } from '../../gaps/states'
import type { WorkflowState } from '../../vocabulary'
import { updateGap } from './gapRows'

/** The gaps that texts are written for move with them, in the transaction that moves the texts. */
export async function followTexts(
  req: PayloadRequest,
  texts: readonly { id: string; state: WorkflowState }[],
): Promise<void> {
  const states = new Map(texts.map(({ id, state }) => [id, state]))
  const { docs } = await req.payload.find({
    collection: 'gaps',
    where: { 'draft.value': { in: [...states.keys()] } },
    depth: 0,
    pagination: false,
    req,
  })
  for (const gap of docs) {
    const state = states.get(idOf(gap.draft?.value) ?? '')
    const next = state && stateByText(gap.state, state)
    if (next) await updateGap(req, gap.id, { state: next })
  }
}
