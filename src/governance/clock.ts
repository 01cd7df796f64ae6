import type { WorkflowState } from '../vocabulary'
import { inForce, lasts, type Window } from './window'

/** What time alone does: the moves that no person makes. */
export const CLOCK_RULES = {
  take_effect: { from: 'scheduled', to: 'published', when: 'Its release has begun.' },
  lapse: {
    from: 'scheduled',
    to: 'archived',
    when: 'Its release expired before it could begin.',
  },
  expire: { from: 'published', to: 'archived', when: 'Its release has expired, and nothing followed it.' },
} as const satisfies Record<string, { from: WorkflowState; to: WorkflowState; when: string }>

export type ClockMove = keyof typeof CLOCK_RULES

/**
 * What the clock has done to a document whose stored state is `state`; null for nothing.
 * @param current the windows of the release of its working version, or of none when it has not been activated yet.
 * @param all the windows of all its releases.
 */
export const clockMove = (
  state: WorkflowState,
  { current, all }: { current: Window | null; all: readonly Window[] },
  now: number,
): ClockMove | null => {
  if (state === 'scheduled') {
    if (!current || current.validFrom > now) return null
    return lasts(current) ? 'take_effect' : 'lapse'
  }
  if (state !== 'published' || !current) return null
  return all.some((window) => inForce(window, now) || (lasts(window) && window.validFrom > now))
    ? null
    : 'expire'
}

/** The state as the clock has it now; a release that began and expired since it was stored makes both moves. */
export const stateAt = (
  state: WorkflowState,
  windows: { current: Window | null; all: readonly Window[] },
  now: number,
): WorkflowState => {
  const move = clockMove(state, windows, now)
  return move ? stateAt(CLOCK_RULES[move].to, windows, now) : state
}

export const RELEASE_STATES = [
  'approved',
  'scheduled',
  'published',
  'superseded',
  'withdrawn',
  'archived',
] as const satisfies readonly WorkflowState[]
export type ReleaseState = (typeof RELEASE_STATES)[number]

/** How one release stands at an instant: `approved` before it is indexed, `archived` once it expired. */
export const releaseState = (
  release: {
    window: Window | null
    expiresAt: number | null
    withdrawnAt: number | null
  },
  now: number,
): ReleaseState => {
  const { window, expiresAt, withdrawnAt } = release
  if (!window) return withdrawnAt === null ? 'approved' : 'withdrawn'
  if (inForce(window, now)) return 'published'
  if (lasts(window) && window.validFrom > now) return 'scheduled'
  if (withdrawnAt !== null && (window.validTo === withdrawnAt || !lasts(window))) return 'withdrawn'
  return expiresAt !== null && window.validTo === expiresAt ? 'archived' : 'superseded'
}
