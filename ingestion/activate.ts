import type { Payload, PayloadRequest } from 'payload'
import { recordAudit, SYSTEM } from '../src/records/recordAudit'
import { idOf } from '../src/records/content'
import { findWorkingRow, titleOf, type WorkingRow } from '../src/records/workingRow'
import { notify } from '../src/records/notify'
import type { Release } from '../payload-types'
import { inBatches } from '../src/database/inBatches'
import { VouchError } from '../src/errors'
import { nextReview } from '../src/governance/verification'
import { beginningOf, lasts, windowOf } from '../src/governance/window'
import { queueJob } from './queue'
import { documentOf, releasesOf } from './releases'
import { applyWindows } from './releaseWindows'

/** Clocks of two machines may differ by this much; more is an error to be mended, not guessed around. */
const CLOCK_SKEW_MS = 5 * 60_000

/** In one transaction for several documents: each new release begins and the old one ends, at the same instant. */
export const activate = async (payload: Payload, releases: readonly Release[]): Promise<void> => {
  let failed: unknown = null
  const activated = inBatches(
    { payload, items: releases },
    {
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
  await payload.db.updateOne({ collection: 'releases', id: release.id, data: begins, req })
  const known = releases.toSpliced(releases.indexOf(current), 1, { ...current, ...begins })
  const activated = (await applyWindows(req, documentOf(release), known)).find(({ id }) => id === release.id)
  const window = activated && windowOf(activated)
  const begun = validFrom <= now
  if (row && window && lasts(window)) await showActivated({ req, release: activated, row, now, begun })
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
  await req.payload.db.updateOne({
    collection,
    id,
    // The whole row: Payload's drizzle adapter inserts on conflict when lists are among the data.
    data: {
      ...row,
      // What waits says nothing yet of the text that is in force.
      ...(begun && {
        liveRelease: release.id,
        liveVersion: release.version,
        ...verificationBy(release, row),
      }),
      // Someone may be editing the next version already; its state is its own.
      ...(row.version === release.version && {
        workflowState: begun ? 'published' : 'scheduled',
        authors: [],
      }),
    },
    req,
  })
  await notify(req, {
    to: [idOf(row.owner), ...(release.authors ?? []).map(idOf)],
    kind: begun ? 'published' : 'scheduled',
    title: begun
      ? `“${title}” v${release.version} is in force`
      : `“${title}” v${release.version} is scheduled`,
    href: `/admin/collections/${collection}/${id}`,
    key: `${begun ? 'in_force' : 'scheduled'}:${release.id}`,
  })
  if (begun) await makeTranslationsDue(req, { collection, id, title, now })
}

/** A release counts as confirmed by who published it, unless someone confirmed the document since. */
const verificationBy = (release: Release, row: WorkingRow): Partial<WorkingRow> => {
  const { activatedAt, publishedBy, reviewAt } = release
  const since = row.verifiedAt && activatedAt && row.verifiedAt > activatedAt
  return { reviewAt, ...(!since && { verifiedAt: activatedAt, verifiedBy: publishedBy }) }
}

/** A translation of a text that has changed must be looked at again; one that is due already stays due since then. */
const makeTranslationsDue = async (
  req: PayloadRequest,
  {
    collection,
    id,
    title,
    now,
  }: { collection: Release['documentCollection']; id: string; title: string; now: number },
): Promise<void> => {
  const { docs } = await req.payload.find({
    collection,
    where: { and: [{ translationOf: { equals: id } }, { liveRelease: { exists: true } }] },
    depth: 0,
    pagination: false,
    req,
  })
  for (const row of docs) {
    const name = titleOf(row)
    const reviewAt = row.reviewAt && row.reviewAt < iso(now) ? row.reviewAt : iso(now)
    await req.payload.db.updateOne({ collection, id: row.id, data: { ...row, reviewAt }, req })
    await req.payload.db.updateOne({
      collection: 'releases',
      id: idOf(row.liveRelease) ?? '',
      data: { reviewAt },
      req,
    })
    await recordAudit(req, {
      action: 'document.translation_due',
      actor: SYSTEM,
      subject: { collection, id: row.id, title: name },
      detail: { original: id },
    })
    await notify(req, {
      to: [idOf(row.owner)],
      kind: 'translation_due',
      title: `“${name}” is a translation of a text that has changed`,
      body: `“${title}” has a new version in force. Bring the translation up to date, or confirm that it still holds.`,
      href: `/admin/collections/${collection}/${row.id}`,
      key: `translation:${row.id}:${iso(now)}`,
    })
  }
}

const iso = (instant: number): string => new Date(instant).toISOString()
