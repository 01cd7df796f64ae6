import { setTimeout as sleep } from 'node:timers/promises'
import type { Payload, Where } from 'payload'
import { pagesOf } from '../../database/pages'
import { findSealedRows, latestSeals, readSealedRows, sealHolds } from '../../database/sealRows'
import { sealingOf } from '../../governance/coverage'
import type { RecordSeal } from '../../governance/recordSeal'
import { auditKeysOf } from '../../records/auditKeys'
import type { Break, Verifying } from './break'

const PAGE = 500
/** A record that is written while it is read looks broken; it is looked at again, a little later. */
const LOOKS = 3
const BETWEEN_MS = 40

/** The kinds of break that records of these collections have always had. */
const KINDS: Record<string, Break['kind']> = {
  approvals: 'approval',
  releases: 'release',
  policies: 'document',
  faqs: 'document',
}

/**
 * Every sealed record against its last seal: what was altered, what is gone, what nobody made. @returns how many there are.
 * @param collections those of this installation, so that one which nobody listed is looked at too.
 */
export async function verifySeals(verifying: Verifying): Promise<number> {
  let count = 0
  for (const of of sealedCollections(verifying.payload)) count += await verifySealedCollection(verifying, of)
  return count
}

/** The same for the records of one collection. */
export async function verifySealedCollection(verifying: Verifying, of: string): Promise<number> {
  await verifySealed(verifying, of)
  return verifyPlanted(verifying, of)
}

/** Every collection whose records are sealed here, listed or not. */
export function sealedCollections({ config }: Payload): string[] {
  const here = config.collections.flatMap(({ slug, versions }) =>
    versions ? [slug as string, `${slug}/versions`] : slug,
  )
  return here.filter((of) => sealingOf(of))
}

/** From the seals to the records: altered, and gone. */
async function verifySealed(verifying: Verifying, of: string): Promise<void> {
  const { payload } = verifying
  let waiting: RecordSeal[] = []
  for await (const page of pagesOf<RecordSeal>(payload, {
    collection: 'record-seals',
    where: { of: { equals: of } },
    size: PAGE,
  })) {
    const seals = [...waiting, ...page]
    // The last record's seals may go on in the next page.
    const last = seals.at(-1)?.rowId
    const whole = page.length === PAGE ? seals.filter(({ rowId }) => rowId !== last) : seals
    waiting = page.length === PAGE ? seals.filter(({ rowId }) => rowId === last) : []
    await holdAgainstRecords(verifying, of, whole)
  }
  await holdAgainstRecords(verifying, of, waiting)
}

async function holdAgainstRecords(
  { payload, report }: Verifying,
  of: string,
  seals: readonly RecordSeal[],
): Promise<void> {
  const latest = new Map(seals.map((seal) => [seal.rowId, seal]))
  for (const { seal, row } of await broken(payload, of, latest)) report(breakOf(of, seal, row))
}

type Row = Record<string, unknown> & { id: string }

/** Which records do not hold, however often they are looked at. */
async function broken(
  payload: Payload,
  of: string,
  latest: ReadonlyMap<string, RecordSeal>,
): Promise<{ seal: RecordSeal; row: Row | undefined }[]> {
  const keys = auditKeysOf(payload)
  let wrong = [...latest.values()]
  let found: { seal: RecordSeal; row: Row | undefined }[] = []
  for (let look = 1; wrong.length && look <= LOOKS; look++) {
    const ids = wrong.map(({ rowId }) => rowId)
    if (look > 1) {
      await sleep(BETWEEN_MS)
      const now = await latestSeals({ db: payload.db, req: {} }, { of, ids })
      wrong = wrong.map((seal) => now.get(seal.rowId) ?? seal)
    }
    const rows = await readSealedRows({ db: payload.db, req: {} }, { of, ids })
    found = wrong
      .map((seal) => ({ seal, row: rows.get(seal.rowId) }))
      .filter(({ seal, row }) => !sealHolds({ seal, row, keys }))
    wrong = found.map(({ seal }) => seal)
  }
  return found
}

function breakOf(of: string, seal: RecordSeal, row: Row | undefined): Break {
  const name = nameOf(of, seal.rowId, row)
  const message = seal.gone
    ? `${name} is there, and was deleted at ${seal.at}: it was put back by another hand than Vouch’s.`
    : row
      ? `${name} is not what Vouch wrote at ${seal.at}: it was altered.`
      : `${name} is gone; Vouch wrote it at ${seal.at} and did not delete it.`
  return {
    kind: KINDS[of] ?? 'record',
    id: seal.rowId,
    collection: of.replace('/versions', ''),
    seal: of,
    message,
  }
}

/** From the records to the seals: what nobody made. @returns how many records there are. */
async function verifyPlanted({ payload, report, onProgress }: Verifying, of: string): Promise<number> {
  const reading = { db: payload.db, req: {} }
  let count = 0
  let after = ''
  for (let full = true; full;) {
    const where: Where = after ? { id: { greater_than: after } } : {}
    const rows = await findSealedRows(reading, { of, where, limit: PAGE, idsOnly: true })
    const ids = rows.map(({ id }) => String(id))
    for (const id of await unsealed(payload, of, ids)) {
      const row = (await readSealedRows(reading, { of, ids: [id] })).get(id)
      if (row)
        report({
          kind: KINDS[of] ?? 'record',
          id,
          collection: of.replace('/versions', ''),
          seal: of,
          message: `${nameOf(of, id, row)} was not written by Vouch: nobody made it.`,
        })
    }
    count += rows.length
    full = rows.length === PAGE
    after = ids.at(-1) ?? ''
    onProgress(sealingOf(of)?.noun ?? of, count, count)
  }
  return count
}

async function unsealed(payload: Payload, of: string, ids: readonly string[]): Promise<string[]> {
  const seals = await latestSeals({ db: payload.db, req: {} }, { of, ids })
  return ids.filter((id) => !seals.has(id))
}

/** A record as a person finds it again. */
function nameOf(of: string, id: string, row: Row | undefined): string {
  const noun = sealingOf(of)?.noun ?? 'record'
  const version = row?.['version']
  const inside = version && typeof version === 'object' ? (version as Row) : row
  const title = inside && (inside['name'] ?? inside['title'] ?? inside['question'] ?? inside['body'])
  const told = typeof title === 'string' ? ` “${title.slice(0, 80)}”` : ''
  return `The ${noun}${told} (${of}/${id})`
}
