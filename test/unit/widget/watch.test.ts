import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Desk } from '../../../packages/widget/src/conversation'
import type { Looked } from '../../../packages/widget/src/transport'
import { createWatch, nextWait } from '../../../packages/widget/src/watch'

const waiting: Desk = { handover: 'h1', state: 'open', by: null, seen: 0 }
const nothing: Looked = { ok: true, state: 'open', by: null, replies: [] }
const MINUTE = 60_000

describe('waiting for a colleague', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const watching = (o: { desk?: Desk | null; seen?: () => boolean; looked?: (n: number) => Looked } = {}) => {
    let desk: Desk | null = o.desk === undefined ? waiting : o.desk
    const looks: number[] = []
    const watch = createWatch({
      desk: () => desk,
      isSeen: o.seen ?? (() => true),
      look: async () => {
        looks.push(Date.now())
        const looked = o.looked?.(looks.length) ?? nothing
        if (looked.ok && desk)
          desk = { ...desk, state: looked.state, by: looked.by, seen: desk.seen + looked.replies.length }
        return looked
      },
    })
    watch.wake()
    return { looks, watch }
  }
  const gaps = (looks: number[]) => looks.slice(1).map((at, i) => (at - (looks[i] ?? 0)) / 1000)

  test('looks soon, then ever less often, at most once a minute', async () => {
    const { looks } = watching()
    await vi.advanceTimersByTimeAsync(10 * MINUTE)
    expect(gaps(looks).slice(0, 3)).toEqual([4, 6, 9])
    expect(gaps(looks).at(-1)).toBe(60)
    expect(looks.length).toBeLessThan(20)
  })

  test('looks soon again after something was new, or the customer is back', async () => {
    const reply = { id: 'a1', text: 'Hello', by: 'Ana' }
    const { looks, watch } = watching({
      looked: (n) => (n === 8 ? { ok: true, state: 'claimed', by: 'Ana', replies: [reply] } : nothing),
    })
    await vi.advanceTimersByTimeAsync(5 * MINUTE)
    expect(gaps(looks)[7]).toBe(4)
    const before = looks.length
    watch.wake()
    await vi.advanceTimersByTimeAsync(4_000)
    expect(looks).toHaveLength(before + 1)
  })

  test.each([
    ['where nobody was called', { desk: null }, 0],
    ['once it has ended', { looked: () => ({ ...nothing, state: 'resolved' }) as Looked }, 1],
    ['for good, once there is nothing to look at', { looked: () => refused({ isOver: true }) }, 1],
    ['while nobody sees the page', { seen: () => false }, 0],
  ])('does not look %s', async (_, o, times) => {
    const { looks } = watching(o)
    await vi.advanceTimersByTimeAsync(10 * MINUTE)
    expect(looks).toHaveLength(times)
  })

  test('gives up after some hours, and waits as long as the server says', async () => {
    const { looks } = watching()
    await vi.advanceTimersByTimeAsync(24 * 60 * MINUTE)
    expect(looks.length).toBeLessThan(260)
    expect(nextWait(4, refused({ retryAfterSeconds: 37 }))).toBe(37)
    expect(nextWait(50, refused({}))).toBe(60)
  })
})

const refused = (over: { isOver?: boolean; retryAfterSeconds?: number }): Looked => ({
  ok: false,
  isOver: false,
  retryAfterSeconds: null,
  ...over,
})
