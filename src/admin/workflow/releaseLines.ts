import { releaseState } from '../../governance/clock'
import { lasts, windowOf } from '../../governance/window'
import type { Release } from '../../../payload-types'
import type { InForce, ReleaseLine } from './types'

/** Whether a signed release was published and is not yet in the index. */
export const isPending = (releases: readonly Release[]): boolean =>
  releases.some(({ validFrom, withdrawnAt }) => !validFrom && !withdrawnAt)

/** The windows that hold now or will, the earliest first. */
export const unendedWindows = (releases: readonly Release[], now: number): InForce[] =>
  releases
    .flatMap((release): InForce[] => {
      const window = windowOf(release)
      if (!release.validFrom || !window || !lasts(window)) return []
      if (window.validTo !== null && window.validTo <= now) return []
      return [
        {
          releaseId: release.id,
          version: release.version,
          from: release.validFrom,
          to: release.validTo ?? null,
        },
      ]
    })
    .toSorted((a, b) => a.from.localeCompare(b.from))

/** Each release with its state at an instant (epoch ms), the newest first. */
export const releaseLines = (releases: readonly Release[], now: number): ReleaseLine[] =>
  releases.toReversed().map((release) => ({
    id: release.id,
    version: release.version,
    state: stateOf(release, now),
    from: release.validFrom ?? null,
    to: release.validTo ?? null,
  }))

const stateOf = (release: Release, now: number) =>
  releaseState(
    {
      window: windowOf(release),
      expiresAt: release.expiresAt ? Date.parse(release.expiresAt) : null,
      withdrawnAt: release.withdrawnAt ? Date.parse(release.withdrawnAt) : null,
    },
    now,
  )
