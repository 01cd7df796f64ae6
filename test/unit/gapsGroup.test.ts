import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { provesAnswer } from '../../src/gaps/proves'
import { groupGapEvent } from '../../src/gaps/group'

const at = (degrees: number) => {
  const radians = (degrees * Math.PI) / 180
  return Float32Array.from([Math.cos(radians), Math.sin(radians)])
}
const gap = (id: string, question: string, vector: Float32Array | null = null) => ({ id, question, vector })

describe('grouping a gap event', () => {
  it('joins the nearest open gap that means the same', () => {
    const open = [
      gap('far', 'Gift cards?', at(90)),
      gap('near', 'Ship to Norway?', at(20)),
      gap('nearest', 'Norway?', at(10)),
    ]
    expect(groupGapEvent({ question: 'Delivery to Oslo?', vector: at(0) }, open)).toEqual({
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

it('questions that name different things are never one gap, however alike they read', () => {
  const gap = (question: string, id = 'g') => ({ id, question, vector: at(0) })
  const joins = (question: string, other: string) =>
    'gapId' in groupGapEvent({ question, vector: at(5) }, [gap(other)])
  expect(joins('Do you deliver to Norway?', 'Do you deliver to Sweden?')).toBe(false)
  expect(joins('Can I send it to Oslo in Norway?', 'Do you deliver to Norway?')).toBe(true)
  expect(joins('shipping to norway possible?', 'Do you deliver to Norway?')).toBe(true)
})
