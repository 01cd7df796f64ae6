import type { Gap } from '../../../payload-types'
import { StatePill } from '../states/StatePill'

export const GAP_STATE_WORDS: Record<Gap['state'], string> = {
  new: 'New',
  triaged: 'Triaged',
  assigned: 'Assigned',
  drafting: 'Drafting',
  in_review: 'In review',
  published_unverified: 'Published, not proven',
  verified: 'Verified',
  wont_answer: 'Won’t answer',
  reopened: 'Reopened',
}

const LOOKS: Record<Gap['state'], string> = {
  new: 'changes_requested',
  triaged: 'draft',
  assigned: 'draft',
  drafting: 'draft',
  in_review: 'in_review',
  published_unverified: 'changes_requested',
  verified: 'published',
  wont_answer: 'superseded',
  reopened: 'withdrawn',
}

export const GapState = ({ state }: { state: Gap['state'] }) => (
  <StatePill state={LOOKS[state]}>{GAP_STATE_WORDS[state]}</StatePill>
)
