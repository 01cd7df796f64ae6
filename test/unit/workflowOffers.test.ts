import { describe, expect, it } from 'vitest'
import { offersOf } from '../../src/admin/workflow/offers'
import type { Step, Workflow } from '../../src/admin/workflow/types'
import type { Transition } from '../../src/governance/types'

const step = (transition: Transition, o: Partial<Step> = {}): Step => ({
  transition,
  label: transition,
  allowed: true,
  reason: null,
  now: true,
  ...o,
})
const refused = { allowed: false, reason: 'Not you.' }

const workflow = (steps: Step[], o: Partial<Workflow> = {}): Workflow =>
  ({ steps, signThenPublish: null, state: 'in_review', verified: null, ...o }) as Workflow

const presses = (given: Workflow, place: 'document' | 'review') => {
  const { now, seldom } = offersOf(given, place)
  return { now: now.map(({ press }) => press), seldom: seldom.map(({ press }) => press) }
}

describe('the buttons of a document', () => {
  it('offer signing and publishing at once on the review page, with the reason where it is not for this person', () => {
    const reason = 'Your signature is not the last.'
    const given = workflow([step('approve')], { signThenPublish: { allowed: false, reason } })
    expect(offersOf(given, 'review').now).toMatchObject([
      { press: 'approve', reason: null },
      { press: 'sign_and_publish', reason },
    ])
    expect(presses(given, 'document').now).toEqual(['approve'])
  })

  it('say once why a text may not be signed', () => {
    const given = workflow([step('approve', refused)], { signThenPublish: refused })
    expect(offersOf(given, 'review').now).toMatchObject([{ press: 'approve', reason: 'Not you.' }])
  })

  it('put “still true” in front when it is due, above withdrawing, and fold it while it is not', () => {
    const steps = [step('withdraw'), step('verify'), step('archive')]
    const verified = (state: 'verified' | 'overdue') => ({ state, at: null, by: null, reviewAt: null })
    const overdue = workflow(steps, { state: 'published', verified: verified('overdue') })
    expect(presses(overdue, 'document')).toEqual({ now: ['verify', 'withdraw'], seldom: ['archive'] })
    const fresh = workflow(steps, { state: 'published', verified: verified('verified') })
    expect(presses(fresh, 'document')).toEqual({ now: ['withdraw'], seldom: ['verify', 'archive'] })
  })

  it('let only those who wrote a text see taking it back among the first', () => {
    expect(presses(workflow([step('recall')]), 'document').now).toEqual(['recall'])
    expect(presses(workflow([step('recall', refused)]), 'document')).toEqual({ now: [], seldom: ['recall'] })
  })
})
