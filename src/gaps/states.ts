import { OPEN_GAP_STATES, type GapState, type WorkflowState } from '../vocabulary'

/** What rows of before these states were called. */
export const OLD_STATES: Readonly<Record<string, GapState>> = {
  open: 'new',
  in_progress: 'drafting',
  closed: 'verified',
  dismissed: 'wont_answer',
}

/** Whether something is left to do: it is neither verified nor left unanswered. Pure. */
export const isOpen = (state: GapState): boolean => OPEN.has(state)

const OPEN: ReadonlySet<GapState> = new Set(OPEN_GAP_STATES)

/** Where a gap stands that was looked at and has no draft: by its owner. Pure. */
export const workedState = (isOwned: boolean): GapState => (isOwned ? 'assigned' : 'triaged')

/** What a gap becomes when the text for it moves; null where it stays as it is. Pure. */
export function stateByText(gap: GapState, text: WorkflowState): GapState | null {
  if (!isOpen(gap)) return null
  const next = BY_TEXT[text] ?? null
  return next === gap ? null : next
}

const BY_TEXT: Partial<Record<WorkflowState, GapState>> = {
  draft: 'drafting',
  changes_requested: 'drafting',
  in_review: 'in_review',
  approved: 'in_review',
  scheduled: 'in_review',
  published: 'published_unverified',
  withdrawn: 'drafting',
}
