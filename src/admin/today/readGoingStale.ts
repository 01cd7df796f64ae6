import type { Payload, Where } from 'payload'
import type { Release } from '../../../payload-types'

export const SOON_DAYS = 30

/** A release whose window opens or ends soon. */
export interface Turning {
  release: Release
  words: 'expires' | 'takes effect'
  at: string
}

/** Texts that stop being in force within `SOON_DAYS`, and texts that begin to be; the soonest first. */
export const readGoingStale = async (payload: Payload): Promise<Turning[]> => {
  const now = new Date().toISOString()
  const soon = new Date(Date.now() + SOON_DAYS * 86_400_000).toISOString()
  const [expiring, starting] = await Promise.all([
    findReleases(payload, {
      and: [
        { validFrom: { less_than_equal: now } },
        { validTo: { greater_than: now } },
        { validTo: { less_than: soon } },
      ],
    }),
    findReleases(payload, {
      and: [{ validFrom: { greater_than: now } }, { validFrom: { less_than: soon } }],
    }),
  ])
  // A text that ends because its successor begins is not going stale.
  const ending = expiring.filter(
    (release) =>
      !starting.some(
        (next) =>
          next.documentCollection === release.documentCollection && next.documentId === release.documentId,
      ),
  )
  return [
    ...ending.map((release): Turning => ({ release, words: 'expires', at: release.validTo ?? '' })),
    ...starting
      .filter(beginsAtAll)
      .map((release): Turning => ({ release, words: 'takes effect', at: release.validFrom ?? '' })),
  ].toSorted((a, b) => a.at.localeCompare(b.at))
}

const findReleases = async (payload: Payload, where: Where): Promise<Release[]> =>
  (await payload.find({ collection: 'releases', where, sort: 'validTo', limit: 100, depth: 0 })).docs

const beginsAtAll = ({ validFrom, validTo }: Release): boolean =>
  !validTo || !validFrom || validTo > validFrom
