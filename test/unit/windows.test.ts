import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { releaseState, stateAt } from '../../src/governance/clock'
import { beginningOf, inForce, planWindows, type ReleaseTimes } from '../../src/governance/window'
import { often } from '../often'

/** Days count from 0; histories are short and dense, so that instants meet. */
const day = (min: number) => fc.integer({ min, max: 12 })
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('publish' as const),
      effectiveIn: fc.option(day(-8)),
      expiresIn: fc.option(day(-8)),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('activate' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unschedule' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 0, max: 5 }) }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
type Waiting = ReleaseTimes & { effectiveFrom: number | null }

/** What commands and the worker do to a document’s releases; an activation may come late and out of order. */
const play = (
  steps: readonly Step[],
  onChange: (o: { before: Waiting[]; after: Waiting[]; now: number }) => void = () => {},
) => {
  let now = 100
  let releases: Waiting[] = []
  const withdraw = (which: (release: Waiting, validTo: number | null) => boolean) => {
    const windows = planWindows(releases)
    releases = releases.map((release) =>
      release.withdrawnAt === null && which(release, windows.get(release.id)?.validTo ?? null)
        ? { ...release, withdrawnAt: now }
        : release,
    )
  }
  for (const action of steps) {
    const before = releases
    if (action.do === 'wait') now += action.days
    if (action.do === 'publish')
      releases = [
        ...releases,
        {
          id: `r${releases.length + 1}`,
          sequence: releases.length + 1,
          validFrom: null,
          withdrawnAt: null,
          effectiveFrom: action.effectiveIn === null ? null : now + action.effectiveIn,
          expiresAt: action.expiresIn === null ? null : now + action.expiresIn,
        },
      ]
    if (action.do === 'activate') {
      const next = releases.findLast(
        ({ validFrom, withdrawnAt }) => validFrom === null && withdrawnAt === null,
      )
      if (!next) continue
      // The worker goes on after everything that was done before (activate.ts).
      now += 1
      const others = [...planWindows(releases).values()]
      const validFrom = beginningOf({ effectiveFrom: next.effectiveFrom, others, now })
      releases = releases.map((release) => (release.id === next.id ? { ...release, validFrom } : release))
    }
    if (action.do === 'withdraw') withdraw((_, validTo) => validTo === null || validTo >= now)
    if (action.do === 'unschedule') withdraw(({ validFrom }) => validFrom === null || validFrom > now)
    onChange({ before, after: releases, now })
  }
  return { releases, now }
}

/** Every instant at which anything changes, and those beside it. */
const instantsOf = (releases: readonly ReleaseTimes[]): number[] => [
  ...new Set(
    releases
      .flatMap(({ validFrom, expiresAt, withdrawnAt }) => [validFrom, expiresAt, withdrawnAt])
      .flatMap((at) => (at === null ? [] : [at - 1, at, at + 1])),
  ),
]
const heldAt = (releases: readonly ReleaseTimes[], at: number): string[] =>
  [...planWindows(releases)].filter(([, window]) => inForce(window, at)).map(([id]) => id)

/** The rule itself, said without windows: of the releases that have begun, the one published last holds. */
const shouldHoldAt = (releases: readonly ReleaseTimes[], at: number): string[] => {
  const last = releases
    .filter(
      ({ validFrom, withdrawnAt }) =>
        validFrom !== null && validFrom <= at && !(withdrawnAt !== null && withdrawnAt <= validFrom),
    )
    .toSorted((a, b) => a.sequence - b.sequence)
    .at(-1)
  if (!last) return []
  const ended = [last.expiresAt, last.withdrawnAt].some((end) => end !== null && end <= at)
  return ended ? [] : [last.id]
}

const RUNS = { numRuns: often(10_000) }
const histories = fc.array(step, { minLength: 1, maxLength: 14 })

describe('the windows of a document’s releases, over 10,000 random histories each', () => {
  it('hold at every instant exactly the release that should hold: never two, never a hole', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const { releases } = play(steps)
        for (const at of instantsOf(releases))
          expect(heldAt(releases, at)).toEqual(shouldHoldAt(releases, at))
      }),
      RUNS,
    )
  })

  it('never change what was in force in the past', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        play(steps, ({ before, after, now }) => {
          for (const at of instantsOf(after))
            if (at < now) for (const id of heldAt(before, at)) expect(heldAt(after, at)).toEqual([id])
        })
      }),
      RUNS,
    )
  })

  it('hold nothing after a withdrawal until something is published again', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const { releases, now } = play([...steps, { do: 'withdraw' }])
        for (const at of [now, now + 1, now + 50]) expect(heldAt(releases, at)).toEqual([])
      }),
      RUNS,
    )
  })

  it('hold without a gap from the first release on, when nothing is withdrawn and nothing expires', () => {
    const kept = histories.map((steps) =>
      steps
        .filter((action) => action.do !== 'withdraw')
        .map((action) => (action.do === 'publish' ? Object.assign(action, { expiresIn: null }) : action)),
    )
    fc.assert(
      fc.property(kept, (steps) => {
        const { releases } = play(steps)
        const begun = releases
          .filter(({ withdrawnAt }) => withdrawnAt === null)
          .flatMap(({ validFrom }) => validFrom ?? [])
        for (const at of instantsOf(releases))
          expect(heldAt(releases, at)).toHaveLength(begun.some((from) => from <= at) ? 1 : 0)
      }),
      RUNS,
    )
  })
})

describe('what the clock alone does', () => {
  const open = { validFrom: 10, validTo: null }

  it('puts a scheduled text in force at its instant, and archives one that expired', () => {
    expect(stateAt('scheduled', { current: open, all: [open] }, 9)).toBe('scheduled')
    expect(stateAt('scheduled', { current: open, all: [open] }, 10)).toBe('published')
    const short = { validFrom: 10, validTo: 20 }
    expect(stateAt('published', { current: short, all: [short] }, 19)).toBe('published')
    expect(stateAt('scheduled', { current: short, all: [short] }, 20)).toBe('archived')
    expect(stateAt('published', { current: short, all: [short, { validFrom: 20, validTo: null }] }, 25)).toBe(
      'published',
    )
    expect(stateAt('draft', { current: short, all: [short] }, 25)).toBe('draft')
    expect(stateAt('scheduled', { current: null, all: [] }, 25)).toBe('scheduled')
  })

  it('names how each release stands', () => {
    const at = (o: Partial<Parameters<typeof releaseState>[0]>, now: number) =>
      releaseState({ window: open, expiresAt: null, withdrawnAt: null, ...o }, now)
    expect(at({ window: null }, 5)).toBe('approved')
    expect(at({}, 5)).toBe('scheduled')
    expect(at({}, 15)).toBe('published')
    expect(at({ window: { validFrom: 10, validTo: 20 } }, 25)).toBe('superseded')
    expect(at({ window: { validFrom: 10, validTo: 20 }, expiresAt: 20 }, 25)).toBe('archived')
    expect(at({ window: { validFrom: 10, validTo: 20 }, withdrawnAt: 20 }, 25)).toBe('withdrawn')
    expect(at({ window: { validFrom: 10, validTo: 10 }, withdrawnAt: 5 }, 25)).toBe('withdrawn')
  })
})
