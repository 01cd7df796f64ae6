import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planIndexing } from '../../ingestion/plan'

const chunks = (...hashes: string[]) => hashes.map((contentHash, id) => ({ id, contentHash }))
const hashes = (of: { contentHash: string }[]) => of.map((chunk) => chunk.contentHash)

describe('planning what to index', () => {
  it('adds nothing and retires nothing when the text is the same', () => {
    const plan = planIndexing(chunks('a', 'b'), chunks('a', 'b'))
    expect(plan.add).toEqual([])
    expect(plan.retire).toEqual([])
    expect(plan.keep).toHaveLength(2)
  })

  it('adds what is new, keeps what stayed and retires what is gone', () => {
    const plan = planIndexing(chunks('a', 'b'), chunks('c', 'b'))
    expect(hashes(plan.add)).toEqual(['c'])
    expect(plan.keep).toEqual([{ old: { id: 1, contentHash: 'b' }, new: { id: 1, contentHash: 'b' } }])
    expect(hashes(plan.retire)).toEqual(['a'])
  })

  it('pairs identical chunks one to one', () => {
    expect(planIndexing(chunks('a', 'a', 'a'), chunks('a', 'a')).retire).toEqual([
      { id: 2, contentHash: 'a' },
    ])
    expect(planIndexing(chunks('a'), chunks('a', 'a')).add).toEqual([{ id: 1, contentHash: 'a' }])
  })

  it('accounts for every old and every new chunk exactly once', () => {
    const some = fc.array(fc.constantFrom('a', 'b', 'c', 'd')).map((list) => chunks(...list))
    fc.assert(
      fc.property(some, some, (old, next) => {
        const { add, keep, retire } = planIndexing(old, next)
        const ids = (list: { id: number }[]) => list.map((chunk) => chunk.id).sort((a, b) => a - b)
        expect(ids([...keep.map((pair) => pair.old), ...retire])).toEqual(ids(old))
        expect(ids([...keep.map((pair) => pair.new), ...add])).toEqual(ids(next))
        expect(keep.every((pair) => pair.old.contentHash === pair.new.contentHash)).toBe(true)
        expect(hashes(retire).some((hash) => hashes(add).includes(hash))).toBe(false)
      }),
    )
  })
})
