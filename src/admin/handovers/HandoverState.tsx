import type { HandoverState as State } from '../../vocabulary'
import { StatePill } from '../states/StatePill'

export const HANDOVER_STATE_WORDS: Record<State, string> = {
  open: 'Waiting',
  claimed: 'Claimed',
  resolved: 'Done',
  returned: 'Back to the bot',
}

const LOOKS: Record<State, string> = {
  open: 'changes_requested',
  claimed: 'in_review',
  resolved: 'published',
  returned: 'superseded',
}

export const HandoverState = ({ state }: { state: State | null | undefined }) => (
  <StatePill state={LOOKS[state ?? 'open']}>{HANDOVER_STATE_WORDS[state ?? 'open']}</StatePill>
)
