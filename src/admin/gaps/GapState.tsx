import type { Gap } from '../../../payload-types'
import { StatePill } from '../states/StatePill'

export const GAP_STATE_WORDS: Record<Gap['state'], string> = {
  open: 'Open',
  in_progress: 'In progress',
  closed: 'Closed',
  dismissed: 'Dismissed',
}

const LOOKS: Record<Gap['state'], string> = {
  open: 'changes_requested',
  in_progress: 'in_review',
  closed: 'published',
  dismissed: 'superseded',
}

export const GapState = ({ state }: { state: Gap['state'] }) => (
  <StatePill state={LOOKS[state]}>{GAP_STATE_WORDS[state]}</StatePill>
)
