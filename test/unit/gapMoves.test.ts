import { describe, expect, it } from 'vitest'
import { stricterTier } from '../../src/gaps/impact'
import { isNoise } from '../../src/answer/turn/noise'
import { familyOf, holders, moveEvents, pathUp, type Placed } from '../../src/gaps/moves'
import { gapReasonOf } from '../../src/gaps/opens'
import { provesAnswer } from '../../src/gaps/proves'

const gap = (id: string, o: Partial<Placed> = {}): Placed => ({
  id,
  mergedInto: null,
  movedIn: [],
  movedOut: [],
  ...o,
})

describe('where the askings of a gap are', () => {
  it('is the gap with all that became part of it, however deep', () => {
    const placed = [gap('a'), gap('b', { mergedInto: 'a' }), gap('c', { mergedInto: 'b' }), gap('d')]
    expect(familyOf('a', placed).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(pathUp('c', new Map(placed.map((each) => [each.id, each])))).toEqual(['c', 'b', 'a'])
  })

  it('a moved asking is in one gap at a time, and back home leaves no trace', () => {
    const event = [{ id: 'e', gap: 'a' }]
    const apply = (placed: readonly Placed[], to: string) => {
      const changed = moveEvents(event, { to, placed })
      return placed.map((each) => changed.get(each.id) ?? each)
    }
    const start = [gap('a'), gap('b'), gap('c')]
    const there = apply(start, 'b')
    expect(there).toEqual([gap('a', { movedOut: ['e'] }), gap('b', { movedIn: ['e'] }), gap('c')])
    const further = apply(there, 'c')
    expect([...holders(further)]).toEqual([['e', 'c']])
    expect(further[1]).toEqual(gap('b'))
    expect(apply(further, 'a')).toEqual(start)
  })
})

describe('what opens no gap', () => {
  it.each(['jkl;jkl;', '123123123 sdf', 'qwe asd zxc', 'poi poi'])('keyboard noise: %s', (text) => {
    expect(isNoise(text)).toBe(true)
  })
  it.each(['asd', 'ASD 123', 'pdf sms', 'try her', 'we were there', 'VPN', 'order 123123123'])(
    'is none: %s',
    (text) => expect(isNoise(text)).toBe(false),
  )

  it('a whole question that is read as none of ours sooner than a few words, which may be a name', () => {
    const miss = {
      decision: { outcome: 'refused', reason: 'no_coverage', confidence: null },
      aside: 0.12,
    } as const
    expect(gapReasonOf(miss, { question: 'What will the weather be tomorrow?' })).toBeNull()
    expect(gapReasonOf(miss, { question: 'Hello! Just wondering, clearpay' })).toBe('no_coverage')
    expect(gapReasonOf({ ...miss, aside: 0.05 }, { question: 'Can I pay for a bike with Clearpay?' })).toBe(
      'no_coverage',
    )
  })
})

describe('a text on the topic without the fact proves nothing', () => {
  const set = (...words: string[]) => new Set(words)

  it('where the sentence names one thing and not the one that no older text knows', () => {
    const asked = {
      question: 'Does the Ember lamp work with Alexa?',
      over: 'Ember lamps and Alexa',
      locale: 'en',
      names: set('ember', 'alexa'),
      about: set('lamp', 'work'),
      known: 'The Ember lamp is waterproof.',
    }
    expect(provesAnswer({ ...asked, said: 'The Ember lamp comes in red.' })).toBe(false)
    expect(provesAnswer({ ...asked, said: 'The lamp works with Alexa from its second edition on.' })).toBe(
      true,
    )
  })

  it('where it has no more than the name, however that was typed', () => {
    const asked = { over: 'Paying with Zento', locale: 'en', about: set('zento', 'pay') }
    const near = 'Somebody may pretend to be Zento and call you.'
    expect(provesAnswer({ ...asked, question: 'do you take zento', said: near })).toBe(false)
    expect(provesAnswer({ ...asked, question: 'zento', said: near })).toBe(false)
    expect(provesAnswer({ ...asked, question: 'zento', said: 'You can pay with Zento from £100.' })).toBe(
      true,
    )
  })
})

describe('the tier of a gap', () => {
  it('is the stricter of what it was asked near, whichever came first', () => {
    expect(stricterTier('regulated', 'standard')).toBe('regulated')
    expect(stricterTier('standard', 'sensitive')).toBe('sensitive')
    expect(stricterTier('standard', 'standard')).toBe('standard')
  })
})
