import type { AdminViewServerProps } from 'payload'
import { onlyWho } from '../../governance/permissionWords'
import { may } from '../../governance/permissions'
import { IMPORT_HREF, listHref } from '../links'
import { Room } from '../Room'
import { RoomHead } from '../RoomHead'
import { viewerOf } from '../viewer'
import { ImportFiles } from './ImportFiles'
import { readTopics } from './readTopics'

/** Where files become drafts. */
export const ImportRoom = (view: AdminViewServerProps) => (
  <Room view={view} address={IMPORT_HREF}>
    <RoomHead
      title="Bring texts in"
      trail={[{ label: 'Policies', url: listHref('policies') }]}
      line="Files that you have become drafts. Nothing is said to anyone until a person has signed it."
    />
    <Shown view={view} />
  </Room>
)

const Shown = async ({ view: { initPageResult } }: { view: AdminViewServerProps }) => {
  const { req } = initPageResult
  const viewer = viewerOf(req.user)
  if (!viewer) return null
  if (!may(viewer, 'writeTexts'))
    return <p className="vouch-quiet">{onlyWho('writeTexts', 'bring texts in')} Ask one of them.</p>
  return (
    <>
      <ImportFiles topics={await readTopics(req.payload)} />
      <p className="vouch-quiet">
        For a whole folder, a web site or a help centre that should stay in step, add a{' '}
        <a href={listHref('sources')}>source</a> instead.
      </p>
    </>
  )
}
