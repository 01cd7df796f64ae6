import type { EvalKind } from '../../src/vocabulary'

/** What people call the kinds of eval cases. */
export const KIND_LABELS: Record<EvalKind, string> = {
  answerable: 'Answerable',
  comparative: 'Compares two things',
  multi_turn: 'Follow-up',
  superseded: 'Newer version counts',
  not_handoff: 'Only looks like a hand-over',
  unanswerable: 'Near, but not in the texts',
  not_in_force: 'Text out of force',
  conflict: 'Texts contradict',
  internal_only: 'Internal only',
  handoff: 'Hand-over',
  chitchat_oos: 'Small talk or out of scope',
  injection: 'Tries to change the rules',
}
