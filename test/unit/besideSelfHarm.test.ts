import { describe, expect, it } from 'vitest'
import { messageOf } from '../../src/answer/public'
import { besideSelfHarm } from '../../src/answer/turn/besideSelfHarm'
import type { TurnLabel } from '../../src/answer/turn/labels'
import type { ReadTurn } from '../../src/answer/turn/turnDecision'
import type { Decision } from '../../src/answer/types'
import { BUILT_IN_POLICIES } from '../../src/escalation/builtIn'
import { lineOf } from '../../src/escalation/words'

const thresholds = { person: 0.7, danger: 0.5, part: 0.5, aside: 0.8, labels: { self_harm: 0.2 }, veto: 0.05 }
const read = (selfHarm: number, more: Partial<ReadTurn> = {}): ReadTurn => ({
  found: (
    [
      ['none', 1 - selfHarm],
      ['self_harm', selfHarm],
    ] as [TurnLabel, number][]
  ).map(([label, probability]) => ({ label, probability })),
  thresholds,
  byMeaning: true,
  ...more,
})
const aPerson: Decision = {
  outcome: 'escalated',
  reason: 'frustration',
  evidence: 'read as: has lost patience',
  urgency: 'normal',
  confidence: null,
}
const beside = (question: string, reading: ReadTurn | null, decision: Decision = aPerson) =>
  besideSelfHarm(decision, question, reading)
const told = (decision: Decision, locale: string) => messageOf({ decision, question: '', locale })

describe('where a turn that goes to a person may be despair too', () => {
  it.each(["I can't do this any more", 'it is all too much for me', 'ich kann nicht mehr', 'no puedo más'])(
    '“%s” is told of the person and of the line, and is urgent',
    (question) => {
      const decision = beside(question, read(0.12))
      expect(decision).toMatchObject({ reason: 'frustration', beside: 'self_harm', urgency: 'high' })
      expect(told(decision, 'en-GB')).toMatch(/colleague.*116 123/)
    },
  )

  it('what speaks of nobody must be as likely as what is believed alone', () => {
    expect(beside("what's the point any more", read(0.12))).toBe(aPerson)
    expect(beside("what's the point any more", read(0.21))).toMatchObject({ beside: 'self_harm' })
  })

  it.each(["it won't do it any more", 'no, that died again', 'the light has given up', 'ça ne marche plus'])(
    '“%s” speaks of a thing, which excludes it',
    (question) => expect(beside(question, read(0.3))).toBe(aPerson),
  )

  it('nobody else is told, nor what is told of it anyway, nor by words alone', () => {
    expect(beside("I can't find it", read(0.05))).toBe(aPerson)
    expect(beside("I can't do this any more", null)).toBe(aPerson)
    expect(beside("I can't do this any more", read(0.3, { byMeaning: false }))).toBe(aPerson)
    const named: Decision = { ...aPerson, reason: 'sensitive_topic', about: 'self_harm' }
    expect(beside("I can't do this any more", read(0.9), named)).toBe(named)
    const refused: Decision = { outcome: 'refused', reason: 'no_coverage', confidence: null }
    expect(beside("I can't do this any more", read(0.12), refused)).toBe(refused)
  })

  it('the line is told in the words of the policy, in each language, and the emergency number where no line is known', () => {
    const policy = BUILT_IN_POLICIES.get('self_harm')!
    const line = (locale: string) => lineOf(policy, { locale, at: 0 })
    expect(line('en-GB')).toBe('You can talk to somebody at any hour: Samaritans, 116 123.')
    expect(line('de-DE')).toMatch(/^Zu jeder Stunde/)
    expect(line('fr-FR')).toMatch(/^Quelqu'un vous écoute/)
    expect(line('en')).toMatch(/^If you or somebody else may be in danger, please call/)
    const text = 'Call {emergency} now[, or {crisisLine} to talk]. A person takes over.'
    const own = { ...policy, words: [{ ...policy.words[0]!, text }] }
    expect(lineOf(own, { locale: 'en-GB', at: 0 })).toBe('Call 999 now, or Samaritans, 116 123 to talk.')
  })
})
