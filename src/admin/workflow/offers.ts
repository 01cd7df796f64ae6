import type { Press } from './stepWords'
import type { Step, Workflow } from './types'

/** A button as it is offered. */
export interface Offer {
  press: Press
  label: string
  /** Why not, for this person; null when they may. */
  reason: string | null
  /** Shown with less weight than the button beside it. */
  quiet: boolean
}

/** Where the buttons stand: beside the text that is edited, or under the change that is judged. */
export type Place = 'document' | 'review'

/** The buttons of a document: those for now, those that are seldom wanted, and why the rest do not apply. */
export const offersOf = (
  { steps, signThenPublish, state, verified }: Workflow,
  place: Place,
): { now: Offer[]; seldom: Offer[]; later: string[] } => {
  const isSeldom = ({ transition, allowed }: Step): boolean => {
    switch (transition) {
      case 'archive':
        return true
      case 'recall':
        return !allowed
      case 'unschedule':
        return state !== 'scheduled' || place === 'review'
      case 'withdraw':
        return place === 'review'
      case 'verify':
        return verified?.state === 'verified' || !allowed
      default:
        return false
    }
  }
  const offered = steps.filter(({ now }) => now)
  const offerOf = ({ transition, label, reason }: Step): Offer[] => {
    // One primary button: signing alone gives way where both can be done at once.
    const quiet = transition === 'approve' && signThenPublish?.allowed === true
    const offer: Offer = { press: transition, label, reason, quiet }
    // Where signing itself is refused, one button says so.
    return transition === 'approve' && reason === null && signThenPublish && place === 'review'
      ? [
          offer,
          {
            press: 'sign_and_publish',
            label: 'Sign and publish',
            reason: signThenPublish.reason,
            quiet: false,
          },
        ]
      : [{ ...offer, quiet: false }]
  }
  return {
    now: offered
      .filter((step) => !isSeldom(step))
      // What ends a text stands below what keeps it.
      .toSorted((a, b) => Number(a.transition === 'withdraw') - Number(b.transition === 'withdraw'))
      .flatMap(offerOf),
    seldom: offered.filter(isSeldom).flatMap(offerOf),
    later: steps
      .filter(({ now, transition }) => !now && !['withdraw', 'unschedule', 'verify'].includes(transition))
      .flatMap(({ reason }) => reason ?? []),
  }
}
