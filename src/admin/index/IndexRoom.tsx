import { Banner, Gutter } from '@payloadcms/ui'
import type { ListViewServerProps } from 'payload'
import { compareIndex, sizeOf } from '../../../ingestion/compare'
import { activeIndexVersion } from '../../../ingestion/indexVersions'
import { readIndex, type IndexNow } from '../../commands/readIndex'
import { getDeps, type Deps } from '../../deps'
import { onlyWho } from '../../governance/permissionWords'
import { may } from '../../governance/permissions'
import { RoomHead } from '../RoomHead'
import { viewerOf } from '../viewer'
import { ActButton } from './ActButton'
import { ActiveVersion, type Agreement } from './ActiveVersion'
import { BuildProgress } from './BuildProgress'
import { KeepFresh } from './KeepFresh'
import { Outbox } from './Outbox'
import { VersionTable } from './VersionTable'

/** An index of so many chunks is compared while the page is made (some 20 ms per thousand). */
const COMPARED_AT_ONCE = 5_000

/** What bots search in, the versions beside it, and what the worker has still to do. */
export const IndexRoom = async ({ user }: ListViewServerProps) => {
  const deps = await getDeps()
  const now = await readIndex(deps)
  const active = now.versions.find(({ state }) => state === 'active')
  const building = now.versions.find(({ state }) => state === 'building')
  const viewer = viewerOf(user)
  const why = viewer && may(viewer, 'maintainIndex') ? undefined : onlyWho('maintainIndex')
  return (
    <Gutter className="vouch-room vouch-indexes">
      {(building || now.waiting > 0) && <KeepFresh />}
      <RoomHead
        title="Index"
        line="What bots search in. It only proposes: what is answered is read from the signed texts themselves."
      />
      {now.problem && (
        <Banner type="error">
          {now.problem} Until then answers are found by words alone, and publications wait.
        </Banner>
      )}
      {active && (
        <ActiveVersion version={active} agreement={await agreementOf(deps, now, Boolean(building))} />
      )}
      {building ? <BuildProgress version={building} /> : <Acts now={now} why={why} />}
      <section>
        <h2>Versions</h2>
        <VersionTable versions={now.versions} why={why} />
      </section>
      <Outbox now={now} why={why} />
    </Gutter>
  )
}

const Acts = ({ now, why }: { now: IndexNow; why: string | undefined }) => {
  const kept = now.versions.some(({ state, activatedAt }) => state === 'retired' && activatedAt)
  return (
    <div className="vouch-acts vouch-acts--room">
      <ActButton
        label="Build a new version"
        path="/api/v1/index/build"
        why={why}
        confirm={{
          heading: 'Build a new version?',
          body: 'It is built beside the active one with the model that this server has, while answers and publications go on. When it is ready you can activate it here. Texts that this model has embedded before cost nothing.',
        }}
      />
      <ActButton
        label="Roll back"
        path="/api/v1/index/rollback"
        why={why ?? (kept ? undefined : 'No earlier version is kept.')}
        confirm={{
          heading: 'Go back to the version before?',
          body: 'What was published since is written into it first. Bots then search in it at once; the present version is kept.',
        }}
      />
    </div>
  )
}

/** Not while a build runs: the page is read every two seconds then. */
const agreementOf = async (deps: Deps, now: IndexNow, building: boolean): Promise<Agreement> => {
  const version = await activeIndexVersion(deps.payload)
  const points = now.versions.find(({ state }) => state === 'active')?.points ?? null
  const row =
    version && (await deps.payload.findByID({ collection: 'index-versions', id: version.id, depth: 0 }))
  const comparedAt = row?.reconciledAt ?? null
  if (!version || points === null || points > COMPARED_AT_ONCE || building)
    return { differing: null, comparedAt }
  const { missing, stray, stale } = sizeOf(await compareIndex(deps, version))
  return { differing: missing + stray + stale, comparedAt }
}
