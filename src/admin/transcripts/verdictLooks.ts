import type { Verdict } from '../../vocabulary'

/** Which state’s colours a verdict has; its word stands in it. */
export const VERDICT_LOOKS: Record<Verdict, string> = {
  right: 'published',
  wrong: 'failed',
  incomplete: 'changes_requested',
  unsafe: 'withdrawn',
  should_have_escalated: 'scheduled',
}
