import { isGone, isInConflict } from '../../../ingestion/syncDecision'
import type { Source } from '../../../payload-types'
import { sentenceOf } from '../../errors'
import { omissionsOf } from '../importReport'
import { readItems } from './items'
import { readKnownDocuments } from './knownDocuments'
import type { Run } from './run'

/** What the source says of itself after a sync that came to its end. Conflicts that still stand are told again. */
export const stateOf = async (run: Run, started: number): Promise<Partial<Source>> => {
  const { deps, source, report } = run
  const documents = (await readKnownDocuments(deps.payload, source.id)).filter(({ inTrash }) => !inTrash)
  const items = [...(await readItems(deps.payload, source.id)).values()].filter(
    ({ vanishedAt }) => !vanishedAt,
  )
  const conflicts = documents.filter(isInConflict)
  report.conflicts = conflicts.map(({ key }) => key).sort()
  const broken = report.failed.length + report.unlisted.length > 0
  return {
    lastSyncedAt: new Date().toISOString(),
    lastSyncState: broken ? 'partial' : 'ok',
    lastError: unlistedSentence(run),
    items: items.length,
    documents: documents.filter(({ vanishedAt }) => !vanishedAt).length,
    failed: items.filter(({ failures }) => failures.length).length,
    vanished: documents.filter(isGone).length,
    conflicts: conflicts.length,
    lastReport: countsOf(run, started),
  }
}

/** What it says after one that could not be done; what is known of its items stays. */
export const failedState = async (run: Run, error: unknown): Promise<Partial<Source>> => {
  const expected = sentenceOf(error)
  if (!expected) run.deps.payload.logger.error({ msg: `Syncing “${run.source.name}” failed.`, err: error })
  return {
    lastSyncedAt: new Date().toISOString(),
    lastSyncState: 'failed',
    lastError:
      expected ?? 'Something that this needs is not working; the log says what. The next sync tries again.',
  }
}

const unlistedSentence = ({ report: { unlisted } }: Run): string | null => {
  const [first] = unlisted
  return first
    ? `Not everything could be listed, so nothing was marked as gone. ${first.file}: ${first.error}`
    : null
}

const countsOf = ({ report }: Run, started: number) => ({
  created: report.created,
  changed: report.changed,
  unchanged: report.unchanged,
  moved: report.moved,
  vanished: report.vanished.length,
  returned: report.returned,
  conflicts: report.conflicts.length,
  failed: report.failed.length + report.unlisted.length,
  omissions: omissionsOf(report),
  seconds: Math.round((Date.now() - started) / 100) / 10,
})
