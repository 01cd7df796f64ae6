import type { Payload, PayloadRequest } from 'payload'
import { recordAudit, SYSTEM } from '../src/records/recordAudit'
import { idOf } from '../src/records/content'
import { findWorkingRow, forgetWorkingRow, readWorkingRows, type WorkingRow } from '../src/records/workingRow'
import { notify, readTold } from '../src/records/notify'
import type { Release } from '../payload-types'
import { inBatches } from '../src/database/inBatches'
import { lookAhead } from '../src/database/sealWrites'
import { groupBy } from '../src/groupBy'
import { VouchError } from '../src/errors'
import { nextReview } from '../src/governance/verification'
import { beginningOf, lasts, windowOf } from '../src/governance/window'
import { queueJob } from './queue'
import { documentOf, forgetReleases, readReleases, releasesOf } from './releases'
import { applyWindows } from './releaseWindows'
import { makeTranslationsDue, readTranslations } from './translations'
import { updateWorkingRow } from './updateWorkingRow'

/** Clocks of two machines may differ by this much; more is an error to be mended, not guessed around. */
const CLOCK_SKEW_MS = 5 * 60_000

/** In one transaction for several documents: each new release begins and the old one ends, at the same instant. */
export const activate = async (payload: Payload, releases: readonly Release[]): Promise<void> => {
  let failed: unknown = null
  const activated = inBatches(
    { payload, items: releases },
    {
      ahead: readAheadOf,
      each: (release, req) => activateIn(req, release),
      // A gap is asked once for each release, so not before the release can answer (applyClock asks it then).
      end: async (req, begun) => {
        const releaseIds = begun.filter((id) => id !== null)
        if (releaseIds.length > 0) await queueJob(req, 'recheckGaps', { releaseIds })
      },
    },
  )
  for await (const { outcome } of activated) if ('error' in outcome) failed ??= outcome.error
  if (failed) throw failed
}

/** Reads what `activateIn` will of each release, with few queries. */
const readAheadOf = async (releases: readonly Release[], req: PayloadRequest): Promise<void> => {
  const { db } = req.payload
  const documents = releases.map(documentOf)
  await readWorkingRows(req, documents)
  await readReleases(req, documents)
  await lookAhead(db, req, { of: 'releases', ids: releases.map(({ id }) => id) })
  for (const [collection, own] of groupBy(documents, (document) => document.collection)) {
    const ids = own.map(({ id }) => id)
    await lookAhead(db, req, { of: collection, ids })
    await readTranslations(req, collection, ids)
  }
  const told: string[] = []
  for (const release of releases) {
    const row = await findWorkingRow(req.payload, { ...documentOf(release), req })
    for (const person of concerned(release, row)) told.push(`${noticeOf(release, true)}:${person}`)
  }
  await readTold(req, told)
}

/** @returns the release's id where it has begun. */
const activateIn = async (req: PayloadRequest, release: Release): Promise<string | null> => {
  const { payload } = req
  const releases = await releasesOf(payload, documentOf(release), req)
  const current = releases.find(({ id }) => id === release.id)
  if (!current || current.withdrawnAt || current.validFrom) return null
  const others = releases.filter((other) => other !== current)
  const now = presentAfter(others, Date.now())
  const validFrom = beginningOf({
    effectiveFrom: release.effectiveFrom ? Date.parse(release.effectiveFrom) : null,
    others: others.flatMap((other) => windowOf(other) ?? []),
    now,
  })
  const row = await findWorkingRow(payload, {
    collection: release.documentCollection,
    id: release.documentId,
    req,
  })
  const begins = {
    validFrom: iso(validFrom),
    activatedAt: iso(now),
    reviewAt: nextReview(iso(now), release.reviewEveryDays ?? row?.reviewEveryDays),
  }
  await payload.db.updateOne({ collection: 'releases', id: release.id, data: begins, req, returning: false })
  const known = releases.toSpliced(releases.indexOf(current), 1, { ...current, ...begins })
  const activated = (await applyWindows(req, documentOf(release), known)).find(({ id }) => id === release.id)
  const window = activated && windowOf(activated)
  const begun = validFrom <= now
  if (row && window && lasts(window)) await showActivated({ req, release: activated, row, now, begun })
  forgetReleases(req, documentOf(release))
  forgetWorkingRow(req, documentOf(release))
  await recordAudit(req, {
    action: begun ? 'release.activated' : 'release.scheduled',
    actor: SYSTEM,
    subject: { collection: release.documentCollection, id: release.documentId, title: release.title },
    detail: { releaseId: release.id, version: release.version, validFrom: iso(validFrom) },
  })
  return begun ? release.id : null
}

/** Now, but after everything that was done to the document before: a clock that lags must not rewrite its history. */
const presentAfter = (releases: readonly Release[], now: number): number => {
  const latest = Math.max(
    0,
    ...releases.flatMap(({ activatedAt, withdrawnAt }) =>
      [activatedAt, withdrawnAt].flatMap((at) => (at ? [Date.parse(at)] : [])),
    ),
  )
  if (latest - now > CLOCK_SKEW_MS)
    throw new VouchError(
      `This document was last released or withdrawn at ${iso(latest)}, which this machine’s clock says is in the future. Set the clocks of your machines alike (NTP); the release is tried again.`,
    )
  return Math.max(now, latest + 1)
}

interface Activated {
  req: PayloadRequest
  release: Release
  row: WorkingRow
  /** Epoch ms. */
  now: number
  /** Whether it is in force; else it waits for its date. */
  begun: boolean
}

/** Brings the working row in step with its activated release, and tells the people concerned. */
export const showActivated = async ({ req, release, row, now, begun }: Activated): Promise<void> => {
  const { documentCollection: collection, documentId: id, title } = release
  // Someone may be editing the next version already; its state is its own.
  const own = row.version === release.version
  await updateWorkingRow(req, {
    row,
    collection,
    data: {
      // What waits says nothing yet of the text that is in force.
      ...(begun && {
        liveRelease: release.id,
        liveVersion: release.version,
        ...verificationBy(release, row),
      }),
      ...(own && { workflowState: begun ? ('published' as const) : ('scheduled' as const) }),
    },
    withoutAuthors: own,
  })
  await notify(req, {
    to: concerned(release, row),
    kind: begun ? 'published' : 'scheduled',
    title: begun
      ? `“${title}” v${release.version} is in force`
      : `“${title}” v${release.version} is scheduled`,
    href: `/admin/collections/${collection}/${id}`,
    key: noticeOf(release, begun),
  })
  if (begun) await makeTranslationsDue(req, { collection, id, title, now })
}

const noticeOf = (release: Release, begun: boolean): string =>
  `${begun ? 'in_force' : 'scheduled'}:${release.id}`

const concerned = (release: Release, row: WorkingRow | null): (string | null)[] => [
  ...new Set([idOf(row?.owner), ...(release.authors ?? []).map(idOf)]),
]

/** A release counts as confirmed by who published it, unless someone confirmed the document since. */
const verificationBy = (release: Release, row: WorkingRow): Partial<WorkingRow> => {
  const { activatedAt, publishedBy, reviewAt } = release
  const since = row.verifiedAt && activatedAt && row.verifiedAt > activatedAt
  return { reviewAt, ...(!since && { verifiedAt: activatedAt, verifiedBy: publishedBy }) }
}

const iso = (instant: number): string => new Date(instant).toISOString()
