import { describe, expect, it } from 'vitest'
import { backlogHref, backlogQueryOf } from '../../src/admin/gaps/backlogQuery'
import { fromStored, toStored, withoutView, withView, type SavedView } from '../../src/admin/gaps/savedViews'
import { beginOf, digestOf, weekOf } from '../../src/gaps/digest'

const query = { filter: 'assigned', search: 'to France?', owner: 'nobody', topic: 't1' } as const
const kept = (name: string): SavedView => ({ name, query })

describe('a view of the backlog', () => {
  it('stands whole in its address, so that whoever gets the link sees the same', () => {
    const address = new URL(backlogHref(query, 3), 'http://vouch')
    expect(address.searchParams.get('page')).toBe('3')
    expect(backlogQueryOf(Object.fromEntries(address.searchParams))).toEqual(query)
  })

  it('leaves out what it does not know', () => {
    const open = { filter: 'open', search: '', owner: '', topic: '' }
    expect(backlogQueryOf({ state: 'gone', owner: ['a', 'b'] })).toEqual(open)
  })

  it('is kept under its name, once', () => {
    const views = withView([kept('Mine'), kept('Zebra')], { name: ' mine ', query: { ...query, topic: '' } })
    expect(views).toEqual([{ name: 'mine', query: { ...query, topic: '' } }, kept('Zebra')])
    expect(withoutView([kept('Mine')], 'MINE')).toEqual([])
    expect(fromStored(toStored([kept('Mine')]))).toEqual([kept('Mine')])
  })

  it.each([
    ['no name', [], ' ', 'Give the view a name.'],
    ['a name that is too long', [], 'a'.repeat(61), 'at most 60'],
    ['too many', Array.from({ length: 20 }, (_, i) => kept(`v${i}`)), 'one more', '20 views'],
  ])('is refused with a sentence for %s', (_, views, name, why) => {
    expect(withView(views, { name, query })).toContain(why)
  })

  it('is none where something else is kept', () => {
    expect([fromStored(null), fromStored([{ name: 7 }])]).toEqual([[], []])
  })
})

describe('how gaps stand', () => {
  const gap = (question: string, rank: number, o: { asked?: number; dueAt?: string } = {}) => ({
    question,
    rank,
    asked: o.asked ?? 0,
    dueAt: o.dueAt ?? null,
  })
  const now = Date.parse('2026-11-30T07:30:00Z')

  it('names what has the most impact, counts the rest, and says what is late', () => {
    const late = gap('Norway?', 1, { asked: 2, dueAt: '2026-11-01T00:00:00Z' })
    const digest = digestOf([late, gap('Klarna?', 9, { asked: 1 }), gap('A?', 5), gap('B?', 4)], now)
    expect(digest).toEqual({
      title: '4 gaps of yours are open, asked 3 times last week',
      body: '1 gap past the day by which it was to be closed. The most impact: “Klarna?” (1 asking), “A?” (0 askings), “B?” (0 askings), and 1 more.',
    })
  })

  it('is not told where none is open', () => {
    expect(digestOf([], now)).toBe(null)
  })

  it('is of one week from Monday to Sunday', () => {
    const monday = Date.parse('2026-11-30T00:00:00Z')
    expect([weekOf(monday - 1), weekOf(now), weekOf(monday + 7 * 86_400_000 - 1)]).toEqual([
      weekOf(monday) - 1,
      weekOf(monday),
      weekOf(monday),
    ])
    expect(beginOf(weekOf(now))).toBe(monday)
  })
})
