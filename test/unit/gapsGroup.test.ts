import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { provesAnswer } from '../../src/gaps/proves'
import { asMeant } from '../../src/commands/recordGapEvent'
import { aboutGap, groupGapEvent } from '../../src/gaps/group'
import { impactAt, rankAfter, type Weighed } from '../../src/gaps/impact'
import { mendByOthers, wordsOf } from '../../src/gaps/mend'
import { gapReasonOf } from '../../src/gaps/opens'

const at = (degrees: number) => {
  const radians = (degrees * Math.PI) / 180
  return Float32Array.from([Math.cos(radians), Math.sin(radians)])
}
const gap = (id: string, question: string, vector: Float32Array | null = null) => ({
  id,
  wordings: [{ question, vector }],
})

describe('grouping a gap event', () => {
  it('joins the nearest open gap that means the same', () => {
    const open = [
      gap('far', 'Gift cards?', at(90)),
      gap('near', 'Ship to Norway?', at(20)),
      gap('nearest', 'Norway?', at(10)),
    ]
    expect(groupGapEvent({ question: 'Parcels up north?', vector: at(0) }, open)).toEqual({
      gapId: 'nearest',
    })
  })

  it('opens a new gap when nothing is near', () => {
    expect(groupGapEvent({ question: 'Norway?', vector: at(0) }, [gap('a', 'Gift cards?', at(60))])).toEqual({
      new: true,
    })
    expect(groupGapEvent({ question: 'Norway?', vector: null }, [])).toEqual({ new: true })
  })

  it('goes by the words where there is no vector, or one of another model', () => {
    const open = [
      gap('a', 'Can I pay by invoice?'),
      gap('b', 'Do you ship to Norway?', Float32Array.from([1, 0, 0])),
    ]
    expect(groupGapEvent({ question: 'do you ship to norway', vector: at(0) }, open)).toEqual({ gapId: 'b' })
    expect(groupGapEvent({ question: 'Could I pay with an invoice', vector: null }, open)).toEqual({
      gapId: 'a',
    })
    expect(groupGapEvent({ question: 'Do you ship to Sweden by train?', vector: null }, open)).toEqual({
      new: true,
    })
  })

  it('always joins a gap with the same question', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 8 }), fc.integer({ min: 0, max: 360 }), (question, degrees) => {
        for (const vector of [null, at(degrees)])
          expect(
            groupGapEvent({ question: `kettle ${question}`, vector }, [
              gap('a', `kettle ${question}`, vector),
            ]),
          ).toEqual({
            gapId: 'a',
          })
      }),
    )
  })
})

describe('a quotation proves that a gap is closed', () => {
  const proves = (question: string, said: string) =>
    provesAnswer({ question, said, over: 'Wares', locale: 'en' })

  it('when it holds the kind of fact that was asked for', () => {
    const question = 'After how many days must the loom be serviced?'
    expect(proves(question, 'The loom\nThe loom is serviced after 20 days.')).toBe(true)
    expect(proves(question, 'The loom\nThe loom was first shown in Leeds and its service book is red.')).toBe(
      false,
    )
  })

  it('when it speaks of what was named', () => {
    expect(proves('Do you deliver parcels to Norway?', 'We deliver parcels to Norway.')).toBe(true)
    expect(proves('Do you deliver parcels to Norway?', 'We deliver parcels to Sweden.')).toBe(false)
  })

  it('when a search for a subject leads to a text on that subject, not to one that mentions it', () => {
    const said = 'Keep the kettle away from a Nimbus speaker.'
    const found = (over: string) => provesAnswer({ question: 'kettle nimbus', said, over, locale: 'en' })
    expect(found('Where to put a kettle')).toBe(false)
    expect(found('Kettle\nUsed with Nimbus')).toBe(true)
  })

  it('when it has some of the question’s words', () => {
    expect(proves('can the kettle be descaled with vinegar', 'Gift cards never expire.')).toBe(false)
  })
})

describe('a text on the topic without the fact proves nothing', () => {
  const OVER = 'Paying with Klarna, and Ember lamps'
  const proves = (said: string, ...questions: string[]) =>
    questions.every((question) =>
      provesAnswer({ question, said, over: OVER, locale: 'en', ...aboutGap(questions) }),
    )
  it('whatever its title says', () => {
    const said = 'Somebody may pretend to be Klarna and call you.'
    expect(proves(said, 'do you accept klarna?', 'Can I pay with Klarna?')).toBe(false)
    expect(
      proves('You can pay with Klarna from £100.', 'do you accept klarna?', 'Can I pay with Klarna?'),
    ).toBe(true)
  })

  it('and one that lacks a name that all wordings share', () => {
    const asked = ['Does the Ember lamp work with Alexa?', 'can the ember be told by alexa']
    expect(proves('The Ember lamp works in red and grey.', ...asked)).toBe(false)
    expect(proves('The Ember lamp works with Alexa.', ...asked)).toBe(true)
  })
})

describe('what parts and joins gaps', () => {
  const all = (id: string, ...questions: string[]) => ({
    id,
    wordings: questions.map((question) => ({ question, vector: at(0) })),
  })
  const joins = (question: string, ...others: string[]) =>
    'gapId' in groupGapEvent({ question, vector: at(5) }, [all('g', ...others)])

  it('questions that name different things are never one gap, however alike they read', () => {
    expect(joins('Do you deliver to Norway?', 'Do you deliver to Sweden?')).toBe(false)
    expect(joins('Can I send it to Oslo in Norway?', 'Do you deliver to Norway?')).toBe(true)
    expect(joins('shipping to norway possible?', 'Do you deliver to Norway?')).toBe(true)
  })

  it('countries are names in small letters too', () => {
    expect(joins('delivery to germany', 'delivery to france')).toBe(false)
    expect(joins('lieferung nach frankreich', 'Do you deliver to Norway?')).toBe(true)
  })

  it('a name that somebody wrote as one is one for whoever did not', () => {
    expect(joins('klarna as a way to pay', 'Can I pay with Clearpay?', 'clearpay')).toBe(true)
    const klarna = all('k', 'Do you take Klarna?')
    const clearpay = all('c', 'Can I pay with Clearpay?')
    const group = (question: string) => groupGapEvent({ question, vector: at(5) }, [klarna, clearpay])
    expect(group('klarna as a way to pay')).toEqual({ gapId: 'k' })
    expect(group('pay by clearpay')).toEqual({ gapId: 'c' })
  })

  it('one other word in the same frame is another thing, unless it means the same', () => {
    const gap = [all('g', 'pause the plus plan')]
    const words = (other: string, degrees: number) =>
      new Map([
        ['plus', at(0)],
        [other, at(degrees)],
      ])
    const group = (question: string, of: ReadonlyMap<string, Float32Array>) =>
      groupGapEvent({ question, vector: at(5) }, gap, of)
    expect(group('pause the basic plan', words('basic', 80))).toEqual({ new: true })
    expect(group('pause the premium plan', words('premium', 30))).toEqual({ gapId: 'g' })
  })

  it('all wordings of a gap are compared, not the first alone', () => {
    const far = { question: 'Could the lamp be told to shine?', vector: at(90) }
    const gaps = [{ id: 'g', wordings: [far, { question: 'ember alexa', vector: at(10) }] }]
    expect(groupGapEvent({ question: 'alexa with an ember', vector: at(0) }, gaps)).toEqual({ gapId: 'g' })
  })
})

describe('a slip', () => {
  it('is read as the one word of others that it is one edit away from', () => {
    const words = wordsOf(['Do you deliver to Norway?', 'Can I hire a tandem?'])
    expect(mendByOthers('going to norawy', words)).toBe('going to norway')
    expect(mendByOthers('tadnem hire', words)).toBe('tandem hire')
    expect(mendByOthers('Do you deliver to Sweden?', words)).toBe('Do you deliver to Sweden?')
  })
})

describe('impact', () => {
  const day = 86_400_000
  const now = 20_000 * day
  const gap = (o: Partial<Weighed>, asked: number[]) => {
    const after = { tier: 'standard' as const, seen: asked.length, handovers: 0, ...o }
    return { ...after, rank: rankAfter({ before: null, after, asked: asked.map((ago) => now - ago * day) }) }
  }

  it('is askings that fade × risk × minutes', () => {
    expect(impactAt(gap({}, [0, 0]), now)).toMatchObject({ risk: 1, cost: 1 })
    expect(impactAt(gap({}, [0, 0]), now).impact).toBeCloseTo(2)
    expect(impactAt(gap({}, [30, 30]), now).impact).toBeCloseTo(1)
    expect(impactAt(gap({ tier: 'regulated' }, [0]), now).impact).toBeCloseTo(4)
    expect(impactAt(gap({ handovers: 1 }, [0]), now).impact).toBeCloseTo(7)
  })

  it('is the same whether askings are counted one by one or at once, and ranks alike at any instant', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 20 }), (agos) => {
        const asked = agos.map((ago) => now - ago * day)
        const atOnce = gap({}, agos)
        let grown: (Weighed & { rank: number }) | null = null
        for (const [i, at] of asked.entries()) {
          const after: Weighed = { tier: 'standard', seen: i + 1, handovers: 0 }
          grown = { ...after, rank: rankAfter({ before: grown, after, asked: [at] }) }
        }
        expect(grown?.rank).toBeCloseTo(atOnce.rank, 6)
        expect(impactAt(atOnce, now + 30 * day).impact).toBeCloseTo(impactAt(atOnce, now).impact / 2, 6)
      }),
    )
  })
})

describe('what opens a gap', () => {
  const refused = { outcome: 'refused', reason: 'no_coverage', confidence: 0.1 } as const
  it('is a refusal that a text could have prevented, and nothing that is about nothing of ours', () => {
    expect(gapReasonOf({ decision: refused })).toBe('no_coverage')
    expect(gapReasonOf({ decision: refused, aside: 0.1 })).toBe('no_coverage')
    expect(gapReasonOf({ decision: refused, aside: 0.4 })).toBeNull()
    for (const reason of ['out_of_scope', 'injection', 'unavailable', 'put_aside'] as const)
      expect(gapReasonOf({ decision: { ...refused, reason } })).toBeNull()
    const escalated = { outcome: 'escalated', evidence: '', urgency: 'normal', confidence: null } as const
    expect(gapReasonOf({ decision: { ...escalated, reason: 'asks_for_person' } })).toBeNull()
    expect(gapReasonOf({ decision: { ...escalated, reason: 'conflict' } })).toBe('conflict')
    expect(gapReasonOf({ decision: { ...escalated, reason: 'repeated', missed: 'insufficient' } })).toBe(
      'insufficient',
    )
  })

  it('stands as it was meant: a follow-up with what it follows', () => {
    const messages = [{ role: 'user' as const, content: 'Can I pause the Basic plan?' }]
    const meant = asMeant({ question: 'is there a limit?', messages, locale: 'en-GB' })
    expect(meant).toMatch(/limit/)
    expect(meant).toMatch(/Basic plan/)
    const alone = { question: 'Do you deliver to Norway?', messages, locale: 'en-GB' }
    expect(asMeant(alone)).toBe('Do you deliver to Norway?')
  })
})
