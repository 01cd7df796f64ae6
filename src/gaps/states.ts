import type { GapState, WorkflowState } from '../vocabulary'

/** What rows of before these states were called. */
export const OLD_STATES: Readonly<Record<string, GapState>> = {
  open: 'new',
  in_progress: 'drafting',
  closed: 'verified',
  dismissed: 'wont_answer',
}

/** Where a gap stands when nobody has decided otherwise: by its owner and its draft. Pure. */
export const workedState = ({ owner, drafting }: { owner: boolean; drafting: boolean }): GapState =>
  drafting ? 'drafting' : owner ? 'assigned' : 'triaged'

/** What a gap becomes when the text for it moves; null where it stays as it is. Pure. */
export function stateByText(gap: GapState, text: WorkflowState): GapState | null {
  if (!FOLLOWS.has(gap)) return null
  const next = BY_TEXT[text] ?? null
  return next === gap ? null : next
}

const FOLLOWS: ReadonlySet<GapState> = new Set([
  'new',
  'triaged',
  'assigned',
  'drafting',
  'in_review',
  'published_unverified',
  'reopened',
])

const BY_TEXT: Partial<Record<WorkflowState, GapState>> = {
  draft: 'drafting',
  changes_requested: 'drafting',
  in_review: 'in_review',
  approved: 'in_review',
  scheduled: 'in_review',
  published: 'published_unverified',
  withdrawn: 'drafting',
}
