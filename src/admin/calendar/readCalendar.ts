import type { Payload, Where } from 'payload'
import type { Release } from '../../../payload-types'
import { verificationOf, type Verification } from '../../governance/verification'
import type { GovernedCollection } from '../../vocabulary'
import type { Month } from './month'

/** More of a kind in one month are counted, not shown. */
const MOST = 1000

export type CalendarKind = 'takes_effect' | 'expires' | 'review'

export interface CalendarEntry {
  kind: CalendarKind
  /** ISO 8601. */
  at: string
  collection: GovernedCollection
  id: string
  title: string
  version: number
  /** Of a review: how the text stands now. */
  verification: Verification | null
}

/** What takes effect, expires and falls due for review in a month, in order of time. @param now epoch ms. */
export const readCalendar = async (
  payload: Payload,
  month: Month,
  now = Date.now(),
): Promise<CalendarEntry[]> => {
  const within = (field: string): Where[] => [
    { [field]: { greater_than_equal: iso(month.from) } },
    { [field]: { less_than: iso(month.to) } },
  ]
  const [starting, expiring, due] = await Promise.all([
    find(payload, within('validFrom')),
    find(payload, [...within('validTo'), { expiresAt: { exists: true } }]),
    find(payload, [
      ...within('reviewAt'),
      { or: [{ validTo: { exists: false } }, { validTo: { greater_than: iso(now) } }] },
    ]),
  ])
  return [
    ...starting.filter(lasts).map((release) => entry('takes_effect', release, release.validFrom)),
    ...expiring
      .filter((release) => lasts(release) && release.validTo === release.expiresAt)
      .map((release) => entry('expires', release, release.validTo)),
    ...due
      .filter(coversItsReview)
      .map((release) => entry('review', release, release.reviewAt, verificationOf(release.reviewAt, now))),
  ].toSorted((a, b) => a.at.localeCompare(b.at) || a.title.localeCompare(b.title))
}

const entry = (
  kind: CalendarKind,
  release: Release,
  at: string | null | undefined,
  verification: Verification | null = null,
): CalendarEntry => ({
  kind,
  at: at ?? '',
  collection: release.documentCollection,
  id: release.documentId,
  title: release.title,
  version: release.version,
  verification,
})

const find = async (payload: Payload, and: Where[]): Promise<Release[]> => {
  const { docs } = await payload.find({
    collection: 'releases',
    where: { and: [...and, { withdrawnAt: { exists: false } }, { validFrom: { exists: true } }] },
    sort: 'validFrom',
    limit: MOST,
    pagination: false,
    depth: 0,
    select: {
      documentCollection: true,
      documentId: true,
      title: true,
      version: true,
      validFrom: true,
      validTo: true,
      expiresAt: true,
      reviewAt: true,
    },
  })
  return docs as Release[]
}

/** One that was replaced before it began never held. */
const lasts = ({ validFrom, validTo }: Release): boolean => !validTo || !validFrom || validTo > validFrom

/** What ends before its review is due is reviewed no more. */
const coversItsReview = ({ validTo, reviewAt }: Release): boolean =>
  !validTo || !reviewAt || validTo > reviewAt

const iso = (instant: number): string => new Date(instant).toISOString()
