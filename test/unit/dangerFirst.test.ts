import { describe, expect, it } from 'vitest'
import { anonymousTurn } from '../../src/answer/anonymousTurn'
import { BUILT_IN_POLICIES } from '../../src/escalation/builtIn'
import { wordsOf } from '../../src/escalation/words'
import { decideBefore } from '../../src/answer/preRetrievalDecision'
import { mostSevere } from '../../src/answer/severity'
import type { TurnLabel } from '../../src/answer/turn/labels'
import type { ReadTurn } from '../../src/answer/turn/turnDecision'
import type { Escalation, Message } from '../../src/answer/types'

const thresholds = { person: 0.7, danger: 0.5, part: 0.5, aside: 0.8, labels: { self_harm: 0.3 }, veto: 0.05 }
const found = (probabilities: Partial<Record<TurnLabel, number>>) =>
  (Object.entries(probabilities) as [TurnLabel, number][])
    .map(([label, probability]) => ({ label, probability }))
    .toSorted((a, b) => b.probability - a.probability)
const read = (probabilities: Partial<Record<TurnLabel, number>>, more: Partial<ReadTurn> = {}): ReadTurn => ({
  found: found(probabilities),
  thresholds,
  byMeaning: true,
  ...more,
})
const decide = (question: string, reading: ReadTurn | null, messages: Message[] = []) =>
  decideBefore(anonymousTurn({ question, messages }), reading)

describe('danger comes before everything else', () => {
  it('a life before a wish to cancel that a pattern found, whichever of them was read', () => {
    const ordinary = 'Please delete my account'
    expect(decide(ordinary, read({ none: 0.5, cancellation: 0.4 }))).toMatchObject({ reason: 'cancellation' })
    expect(decide(ordinary, read({ cancellation: 0.6, self_harm: 0.35 }))).toMatchObject({
      about: 'self_harm',
      urgency: 'high',
      evidence: expect.stringContaining('account'),
    })
    expect(decide('I want to end my life, close my account', null)).toMatchObject({ about: 'self_harm' })
  })

  it('the most severe of several is what is said, and the colleague is told of all', () => {
    const found = ['hardship', 'safety', 'medical', 'self_harm'] as const
    const escalations = found.map((about): Escalation => ({
      reason: 'sensitive_topic',
      about,
      evidence: about,
      urgency: 'high',
    }))
    for (let count = 1; count <= found.length; count++)
      expect(mostSevere(escalations.slice(0, count))?.about).toBe(found[count - 1])
    expect(mostSevere(escalations)?.evidence).toBe('self_harm; medical; safety; hardship')
    expect(mostSevere([])).toBeNull()
  })

  it('one sentence of danger in a long story counts as if it stood alone', () => {
    const parts = [found({ none: 0.9 }), found({ self_harm: 0.7 }), found({ none: 0.95 })]
    expect(decide('A long story.', read({ none: 0.9 }, { parts }))).toMatchObject({ about: 'self_harm' })
    const ordinary = [found({ complaint: 0.9 })]
    expect(decide('A long story.', read({ none: 0.9 }, { parts: ordinary }))).toBeNull()
  })

  it('a turn on which nobody is sure stays a question; small talk stays small talk', () => {
    expect(decide('Is it?', read({ none: 0.5, hardship: 0.3, complaint: 0.2 }))).toBeNull()
    expect(decide('thanks, bye', read({ self_harm: 0.9 }))).toMatchObject({ talk: 'goodbye' })
    expect(decide('zzz', read({ chitchat: 0.9 }))).toMatchObject({ outcome: 'refused', talk: 'other' })
  })

  it('a mere suspicion does not take who plainly cancels for somebody in danger, and calls a person where nothing is plain', () => {
    const suspected = read({ none: 0.1, cancellation: 0.33, self_harm: 0.29 })
    const plain = decide('I want to close my account', suspected)
    expect(plain).toMatchObject({ outcome: 'escalated', reason: 'cancellation' })
    expect(plain).not.toHaveProperty('about')
    expect(plain).not.toHaveProperty('probability')
    expect(decide('I am done with all of this', read({ self_harm: 0.32, none: 0.4 }))).toMatchObject({
      about: 'self_harm',
    })
  })

  it('dangers that are likely together go to a person as the likeliest of them', () => {
    expect(decide('So this is it.', read({ none: 0.4, fraud: 0.35, safety: 0.25 }))).toMatchObject({
      about: 'fraud',
    })
    const spread = decide(
      'So this is it.',
      read({ none: 0.4, self_harm: 0.1, fraud: 0.2, safety: 0.2, medical: 0.1 }),
    )
    expect(spread).toMatchObject({ outcome: 'escalated' })
    expect(spread).not.toHaveProperty('about')
    // None of them is as likely as is asked of one: the room says what it rests on.
    expect(spread).toMatchObject({ evidence: expect.stringContaining('all dangers together 0.60') })
  })

  it('a pattern that took a word amiss does not stand against what was read, but for a life', () => {
    const slip = 'I want a real person to fit the oven'
    const certainly = read({ none: 0.99 })
    expect(decide(slip, null)).toMatchObject({ reason: 'asks_for_person' })
    expect(decide(slip, read({ none: 0.8, complaint: 0.2 }))).toMatchObject({ reason: 'asks_for_person' })
    expect(decide(slip, certainly)).toBeNull()
    expect(decide('the charger is smoking', certainly)).toBeNull()
    expect(decide('I want to kill myself', certainly)).toMatchObject({ about: 'self_harm' })
    expect(decide('the charger is smoking', read({ none: 0.99 }, { byMeaning: false }))).toMatchObject({
      about: 'safety',
    })
  })
})

describe('danger in what was said before', () => {
  const before = (reply: string, said = 'the charger is smoking'): Message[] => [
    { role: 'user', content: said },
    { role: 'assistant', content: reply },
  ]
  const ordinary = read({ none: 0.95 })

  it('that nobody was told of goes to a person, whatever is asked now', () => {
    for (const question of ['what should I do?', 'ok', 'How do I close my account?'])
      expect(decide(question, ordinary, before('Which product is it?'))).toMatchObject({ about: 'safety' })
    const earlier = new Map([['I am done with it all', found({ self_harm: 0.8 })]])
    const messages = before('Which product is it?', 'I am done with it all')
    expect(decide('and now?', read({ none: 0.9 }, { earlier }), messages)).toMatchObject({
      about: 'self_harm',
      evidence: expect.stringContaining('earlier'),
    })
  })

  it.each([
    'I cannot answer that with the information that I have. Would you like me to pass you to a colleague? Just say yes.',
    'Lo siento, no tengo esa información.',
    'Thank you for telling me. Which product is it?',
    'Je suis désolé, je ne comprends pas la question.',
  ])('was not handed over by an offer or by regret: %s', (reply) => {
    expect(decide('How long is the guarantee for a kettle?', ordinary, before(reply))).toMatchObject({
      about: 'safety',
    })
  })

  it.each(['en', 'de', 'fr', 'es'])('that was handed over in %s leaves a new question alone', (locale) => {
    for (const policy of BUILT_IN_POLICIES.values()) {
      const messages = before(wordsOf(policy, { locale, at: 0 }))
      expect(decide('How long is the guarantee for a kettle?', ordinary, messages)).toBeNull()
      expect(decide('thanks', ordinary, messages)).toMatchObject({ talk: 'thanks' })
      expect(decide('what should I do?', ordinary, messages)).toMatchObject({ about: 'safety' })
    }
  })
})

describe('what follows a hand-over', () => {
  const ordinary = read({ none: 0.95 })
  const handedOver = (...said: string[]): Message[] =>
    said.flatMap((content): Message[] => [
      { role: 'user', content },
      { role: 'assistant', content: 'I am passing you to a colleague now.' },
    ])

  it.each([
    ['the charger is smoking', 'can I still charge my phone with it?', 'safety'],
    ['the charger is smoking', 'is that covered by the guarantee, or do I pay?', 'safety'],
    ['my husband has died', 'will his points be lost', 'bereavement'],
    ['my husband has died', 'and the gift card that he never used?', 'bereavement'],
  ])('“%s” stays with the person where “%s” goes on with it', (said, question, about) => {
    expect(decide(question, ordinary, handedOver(said))).toMatchObject({
      outcome: 'escalated',
      about,
      evidence: expect.stringContaining('earlier'),
    })
  })

  it('stays with the person through several turns that go on with it', () => {
    const talk = handedOver('my husband has died', 'how long is his account kept open')
    expect(decide('can I get his money back', ordinary, talk)).toMatchObject({ about: 'bereavement' })
  })

  it('is over with a question of its own, and with what follows that', () => {
    const talk = handedOver('the charger is smoking')
    expect(decide('Do you deliver kettles to Cork?', ordinary, talk)).toBeNull()
    const further: Message[] = [
      ...talk,
      { role: 'user', content: 'Do you deliver kettles to Cork?' },
      { role: 'assistant', content: 'Yes, to all of Ireland.' },
    ]
    expect(decide('and how much is that?', ordinary, further)).toBeNull()
  })

  it('that rested on a mere suspicion does not go on', () => {
    const earlier = new Map([['the reset failed', found({ self_harm: 0.31, none: 0.5 })]])
    const faint = new Map([['the reset failed', found({ safety: 0.24, fraud: 0.27, none: 0.49 })]])
    const talk = handedOver('the reset failed')
    expect(decide('and how is it paired?', read({ none: 0.9 }, { earlier }), talk)).toMatchObject({
      about: 'self_harm',
    })
    expect(decide('and how is it paired?', read({ none: 0.9 }, { earlier: faint }), talk)).toBeNull()
  })
})

describe('a few words in a conversation', () => {
  const faint = { self_harm: 0.16, none: 0.1 } as const
  const early = { ...thresholds, labels: { self_harm: 0.15 } }

  it('that are a faint danger alone and none with what they follow go to a person, without the words for despair', () => {
    const inContext = found({ none: 0.6 })
    const decision = decide('that failed', read(faint, { thresholds: early, inContext }))
    expect(decision).toMatchObject({ outcome: 'escalated', reason: 'sensitive_topic', urgency: 'high' })
    expect(decision).not.toHaveProperty('about')
  })

  it.each([
    ['with what they follow', read(faint, { thresholds: early, inContext: found({ self_harm: 0.2 }) })],
    ['where nothing came before', read(faint, { thresholds: early })],
    [
      'where they are plain',
      read({ self_harm: 0.5 }, { thresholds: early, inContext: found({ none: 0.6 }) }),
    ],
  ])('are taken for danger %s', (_, reading) => {
    expect(decide('that failed', reading)).toMatchObject({ about: 'self_harm' })
  })
})
