import { refuseUnsafePolicy } from '../../collections/governed/refuseUnsafePolicy'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anonymousTurn } from '../../src/answer/anonymousTurn'
import { decideBefore } from '../../src/answer/preRetrievalDecision'
import type { LabelProbability } from '../../src/answer/turn/classifyTurn'
import type { ReadTurn } from '../../src/answer/turn/turnDecision'
import type { Message } from '../../src/answer/types'
import { teamFor } from '../../src/handover/teamFor'
import { BUILT_IN_NUMBERS, BUILT_IN_POLICIES, policyOf } from '../../src/escalation/builtIn'
import { PROTECTED_LABELS, problemsWith } from '../../src/escalation/floor'
import { isOpen } from '../../src/escalation/openingHours'
import {
  EscalationPolicySchema,
  type EscalationLabel,
  type EscalationPolicies,
  type EscalationPolicy,
} from '../../src/escalation/policy'
import { writePolicyMarkdown } from '../../src/escalation/policyMarkdown'
import { readPolicyMarkdown } from '../../src/escalation/readPolicyMarkdown'
import { fillTemplate, problemIn } from '../../src/escalation/template'
import { wordsOf } from '../../src/escalation/words'
import { ESCALATION_LABELS, ESCALATION_ROLES, HELP_LINES, URGENCIES, WEEKDAYS } from '../../src/vocabulary'

const source = { documentId: 'doc', version: 3, releaseId: 'rel' }

/** The policies that ship, with what a company signed of some labels. */
function signed(...changes: ({ label: EscalationLabel } & Partial<EscalationPolicy>)[]): EscalationPolicies {
  const own = changes.map((change) =>
    Object.assign({}, policyOf(BUILT_IN_POLICIES, change.label), change, { source }),
  )
  return new Map([...BUILT_IN_POLICIES, ...own.map((policy) => [policy.label, policy] as const)])
}

const THRESHOLDS = { person: 0.7, danger: 0.45, part: 0.5, aside: 0.3, labels: { fraud: 0.3 }, veto: 0.06 }

/** A turn that is likely each of these, and else nothing. */
function readAs(found: Partial<Record<LabelProbability['label'], number>>): ReadTurn {
  const rest = 1 - Object.values(found).reduce((sum, each) => sum + each, 0)
  const all = Object.entries({ none: rest, ...found }) as [LabelProbability['label'], number][]
  return {
    found: all
      .map(([label, probability]) => ({ label, probability }))
      .toSorted((a, b) => b.probability - a.probability),
    byMeaning: true,
    thresholds: THRESHOLDS,
  }
}

const decide = (
  question: string,
  { read = readAs({}), policies = BUILT_IN_POLICIES, messages = [] as Message[] } = {},
) => decideBefore(anonymousTurn({ question, messages, locale: 'en-GB' }), read, {}, policies)

describe('a policy is the text that people sign', () => {
  const line = fc
    .string({ unit: 'grapheme', maxLength: 60 })
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
  const lines = fc.array(line, { maxLength: 4 })
  const clock = fc.constantFrom('00:00', '08:30', '17:00', '24:00')
  const policy = fc.record({
    label: fc.constantFrom(...ESCALATION_LABELS),
    role: fc.constantFrom(...ESCALATION_ROLES),
    urgency: fc.constantFrom(...URGENCIES),
    threshold: fc.option(fc.double({ min: 0, max: 1, noNaN: true }).map((n) => Math.abs(n))),
    queue: fc.option(line),
    words: fc.uniqueArray(
      fc.record({
        locale: fc.constantFrom('en', 'de', 'en-IE', 'pt-BR'),
        text: line,
        outside: fc.option(line),
      }),
      { selector: ({ locale }) => locale },
    ),
    numbers: fc.array(
      fc.record({ country: fc.constantFrom('GB', 'DE'), line: fc.constantFrom(...HELP_LINES), number: line }),
      { maxLength: 3 },
    ),
    hours: fc.option(
      fc.record({
        timeZone: fc.constant('Europe/London'),
        open: fc.uniqueArray(
          fc.record({ days: fc.subarray([...WEEKDAYS], { minLength: 1 }), from: clock, to: clock }),
          { maxLength: 3, selector: ({ days }) => days.join() },
        ),
        outsideQueue: fc.option(line),
      }),
    ),
    steps: lines,
    fires: lines,
    lookalikes: lines,
    always: lines,
    never: lines,
  })

  it('and what is read of that text is the policy again, whatever signs its words have', () => {
    fc.assert(
      fc.property(policy, (written) => {
        expect(readPolicyMarkdown(writePolicyMarkdown(written))).toEqual(written)
      }),
      { numRuns: 60 },
    )
  })

  it.each([...BUILT_IN_POLICIES.values()])('what ships for $label may be signed as it stands', (policy) => {
    const { source: _source, ...own } = policy
    expect(readPolicyMarkdown(writePolicyMarkdown(own))).toEqual(own)
    expect(problemsWith(own, 'regulated')).toEqual([])
  })
})

describe('no policy keeps somebody in danger from help', () => {
  const protectedLabels = [...PROTECTED_LABELS]
  const base = (label: EscalationLabel): EscalationPolicy =>
    EscalationPolicySchema.strip().parse(policyOf(BUILT_IN_POLICIES, label))

  it.each(protectedLabels)('%s: each way to switch it off is refused in words', (label) => {
    const ways: Partial<EscalationPolicy>[] = [
      { role: 'resolve' },
      { role: 'assist' },
      { threshold: 0.51 },
      { urgency: 'normal' },
      { never: ['kettle'] },
      { words: [{ locale: 'en', text: 'A colleague will write to you.', outside: null }] },
    ]
    for (const way of ways)
      expect(problemsWith({ ...base(label), ...way }, 'regulated').join(' ')).toMatch(
        /^“.+\.$|^What the customer/,
      )
    expect(problemsWith(base(label), 'standard')).toHaveLength(1)
    expect(problemsWith({ ...base(label), threshold: 0.5 }, 'regulated')).toEqual([])
  })

  it.each(protectedLabels)('%s: one that came past the form fires nevertheless', (label) => {
    const policies = signed({ label, role: 'resolve', never: ['help'], lookalikes: ['please help me'] })
    const found = decide('please help me', { policies, read: readAs({ [label]: 0.9 }) })
    expect(found).toMatchObject({ outcome: 'escalated', about: label })
  })

  it('and whoever asks for a person is never left to the bot', () => {
    expect(problemsWith({ ...base('asks_for_person'), role: 'resolve' }, 'standard')).toHaveLength(1)
    expect(problemsWith({ ...base('complaint'), role: 'resolve' }, 'standard')).toEqual([])
  })
})

describe('what a policy decides', () => {
  it.each(['My wallet has gone WALKABOUT!', 'the wallet—gone  walkabout', 'Wallet gone wálkabout today'])(
    'a phrase that always fires is found however it is written: %s',
    (question) => {
      const policies = signed({ label: 'fraud', always: ['gone walkabout'], urgency: 'normal' })
      expect(decide(question)).toBeNull()
      expect(decide(question, { policies })).toMatchObject({
        outcome: 'escalated',
        about: 'fraud',
        urgency: 'normal',
      })
    },
  )

  it('a phrase is words and no pattern', () => {
    const policies = signed({ label: 'legal', always: ['court.*order', 'ten'] })
    expect(decide('the court sent an order', { policies })).toBeNull()
    expect(decide('how often is it done', { policies })).toBeNull()
  })

  it('a phrase that never fires, and a message that only looks so, are left to the texts', () => {
    const read = readAs({ complaint: 0.9 })
    const question = 'Where is your complaints form?'
    expect(decide(question, { read })).toMatchObject({ reason: 'complaint' })
    for (const own of [{ never: ['complaints form'] }, { lookalikes: ['where is your complaints form'] }])
      expect(decide(question, { read, policies: signed({ label: 'complaint', ...own }) })).toBeNull()
  })

  it('the role resolve leaves a label to the bot, and no other label', () => {
    const policies = signed({ label: 'cancellation', role: 'resolve' })
    expect(decide('I want to cancel my contract', { read: readAs({ cancellation: 0.95 }) })).not.toBeNull()
    expect(
      decide('I want to cancel my contract', { read: readAs({ cancellation: 0.95 }), policies }),
    ).toBeNull()
    expect(decide('I want to complain', { read: readAs({ complaint: 0.95 }), policies })).not.toBeNull()
  })

  it('what the bot answers by itself goes to a person where a policy says so', () => {
    const read = readAs({ account_specific: 0.8 })
    expect(decide('where is my parcel', { read })).toBeNull()
    const policies = signed({ label: 'account_specific', role: 'assist' })
    expect(decide('where is my parcel', { read, policies })).toMatchObject({ reason: 'account_specific' })
    expect(decide('where is my parcel', { read: readAs({ account_specific: 0.6 }), policies })).toBeNull()
  })

  it('a threshold of its own moves one label, up and down', () => {
    const read = readAs({ fraud: 0.4 })
    expect(decide('about a card', { read })).toMatchObject({ about: 'fraud' })
    expect(decide('about a card', { read, policies: signed({ label: 'fraud', threshold: 0.9 }) })).toBeNull()
    const complains = readAs({ complaint: 0.4 })
    expect(decide('about an order', { read: complains })).toBeNull()
    const lower = signed({ label: 'complaint', threshold: 0.35 })
    expect(decide('about an order', { read: complains, policies: lower })).toMatchObject({
      reason: 'complaint',
    })
  })

  it('whoever was told by a company’s own words is not handed over again by the same danger', () => {
    const words = 'Please step back from the appliance and ring {emergency} if anybody is hurt.'
    const policies = signed({ label: 'safety', words: [{ locale: 'en', text: words, outside: null }] })
    const messages: Message[] = [
      { role: 'user', content: 'my kettle is on fire' },
      { role: 'assistant', content: wordsOf(policyOf(policies, 'safety'), { locale: 'en-GB', at: 0 }) },
    ]
    const question = 'How long is the guarantee for a kettle?'
    expect(decide(question, { messages })).toMatchObject({ about: 'safety' })
    expect(decide(question, { messages, policies })).toBeNull()
  })
})

describe('what is said, and who takes over', () => {
  const saturday = Date.parse('2026-11-28T10:00:00Z')
  const monday = Date.parse('2026-11-30T10:00:00Z')
  const open = [{ days: ['mon' as const], from: '09:00', to: '17:00' }]
  const hours = { timeZone: 'Europe/London', open, outsideQueue: 'night' }
  const [policy] = [
    policyOf(
      signed({
        label: 'fraud',
        queue: 'fraud desk',
        hours,
        words: [
          { locale: 'en', text: 'Now.', outside: 'On Monday.' },
          { locale: 'en-IE', text: 'Now so.', outside: null },
        ],
      }),
      'fraud',
    ),
  ]

  it('follows the locale, then the language, then what ships in it', () => {
    const told = (locale: string) => wordsOf(policy, { locale, at: monday })
    expect([told('en-IE'), told('en-GB'), told('en')]).toEqual(['Now so.', 'Now.', 'Now.'])
    expect(told('de-DE')).toBe(wordsOf(policyOf(BUILT_IN_POLICIES, 'fraud'), { locale: 'de-DE', at: monday }))
  })

  it('is another outside opening hours, and so is the team', () => {
    expect(wordsOf(policy, { locale: 'en-GB', at: saturday })).toBe('On Monday.')
    const decision = {
      outcome: 'escalated',
      reason: 'sensitive_topic',
      about: 'fraud',
      urgency: 'high',
      evidence: '',
      confidence: null,
    } as const
    const team = (at: number) =>
      teamFor(decision, { considered: [], teams: new Map([['fraud', 'other']]), escalatedBy: { policy, at } })
    expect([team(monday).queue, team(saturday).queue]).toEqual(['fraud desk', 'night'])
  })

  it('counts the hours in their own time zone, summer time too', () => {
    const at = (iso: string, timeZone: string) => isOpen({ ...hours, timeZone }, Date.parse(iso))
    expect(at('2026-07-06T08:30:00Z', 'Europe/London')).toBe(true)
    expect(at('2026-11-30T08:30:00Z', 'Europe/London')).toBe(false)
    expect(at('2026-11-30T16:59:00Z', 'Europe/London')).toBe(true)
    expect(at('2026-11-30T17:00:00Z', 'Europe/London')).toBe(false)
    expect(at('2026-11-29T22:00:00Z', 'Asia/Tokyo')).toBe(false)
    expect(at('2026-11-30T00:30:00Z', 'Asia/Tokyo')).toBe(true)
  })

  it('names the numbers of the country, and leaves out what it has not', () => {
    const help = policyOf(BUILT_IN_POLICIES, 'self_harm')
    expect(wordsOf(help, { locale: 'en-GB', at: 0 })).toContain('Samaritans, 116 123')
    expect(wordsOf(help, { locale: 'de-AT', at: 0 })).toContain('Telefonseelsorge, 142')
    expect(wordsOf(help, { locale: 'en-IN', at: 0 })).toMatch(
      /call your local emergency number straight away\.$/,
    )
    const own = {
      ...help,
      numbers: [{ country: 'IN', line: 'crisisLine' as const, number: 'Tele MANAS, 14416' }],
    }
    expect(wordsOf(own, { locale: 'en-IN', at: 0 })).toContain('Tele MANAS, 14416')
  })

  it('is filled in or left out, and never shows a bracket', () => {
    for (const policy of BUILT_IN_POLICIES.values())
      for (const country of [...Object.keys(BUILT_IN_NUMBERS), 'PL'])
        for (const language of ['en', 'de', 'fr', 'es', 'it']) {
          const said = wordsOf(policy, { locale: `${language}-${country}`, at: 0 })
          expect(said).toMatch(/^\P{Z}[^[\]{}|]{20,}\P{Z}$/u)
        }
    const none = { emergency: '112', crisisLine: null, poisonCentre: null, abuseLine: null }
    expect(fillTemplate('Call [{crisisLine}|somebody]. [Or {abuseLine}.]', none)).toBe('Call somebody.')
  })

  it.each([
    ['Call {emergncy}.', /emergncy/],
    ['Call {crisisLine}.', /square brackets/],
    ['Call [somebody.', /other half/],
  ])('is refused in words where it could not be filled in: %s', (text, why) => {
    expect(problemIn(text, 'en')).toMatch(why)
    expect(problemIn('Call {emergency}[ or {crisisLine}].', 'en')).toBeNull()
  })
})

describe('a policy that does not say what it is about', () => {
  it('is refused with what to do, before anything is looked up by it', async () => {
    const hook = { data: { title: 'Fire' }, req: {} } as unknown as Parameters<typeof refuseUnsafePolicy>[0]
    await expect(refuseUnsafePolicy(hook)).rejects.toMatchObject({
      status: 400,
      message: 'The policy cannot be kept as it stands. Choose what it is about.',
    })
  })
})
