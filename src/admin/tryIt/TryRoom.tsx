import type { AdminViewServerProps } from 'payload'
import { onlyWho } from '../../governance/permissionWords'
import { may } from '../../governance/permissions'
import { Room } from '../Room'
import { RoomHead } from '../RoomHead'
import { viewerOf } from '../viewer'
import { readDraftChoice } from './readDraftChoice'
import { TryIt } from './TryIt'
import type { BotChoice } from './types'

/** Where a person asks as any bot that they may see, at any instant, and sees all that the answer rests on. */
export const TryRoom = (view: AdminViewServerProps) => (
  <Room view={view} address="/admin/try">
    <RoomHead
      title="Try it"
      line="Ask as a bot would be asked, and see what it says and why. No customer is told, and nothing is counted."
    />
    <Shown view={view} />
  </Room>
)

const Shown = async ({ view: { initPageResult, searchParams } }: { view: AdminViewServerProps }) => {
  const { req } = initPageResult
  const viewer = viewerOf(req.user)
  if (!viewer || !may(viewer, 'readRecords')) return null
  const { docs } = await req.payload.find({
    collection: 'bots',
    sort: 'name',
    depth: 0,
    pagination: false,
    user: req.user,
    overrideAccess: false,
  })
  if (!docs.length) return <NoBots />
  const bots: BotChoice[] = docs.map(({ id, name, enabled, audiences, locales }) => ({
    id,
    name,
    audiences,
    enabled: Boolean(enabled),
    locale: locales?.[0] ?? 'en-GB',
  }))
  const wanted = textIn(searchParams?.['bot'])
  const choice = await readDraftChoice(req.payload, textIn(searchParams?.['draft']))
  return (
    <TryIt
      bots={bots}
      choice={choice}
      first={{
        question: textIn(searchParams?.['question']).slice(0, 4000),
        bot: bots.find(({ id }) => id === wanted)?.id ?? bots[0]?.id ?? '',
      }}
      why={{
        keep: may(viewer, 'keepEvalCases') ? null : onlyWho('keepEvalCases'),
        report: may(viewer, 'reportGaps') ? null : onlyWho('reportGaps'),
      }}
    />
  )
}

const textIn = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '')

const NoBots = () => (
  <div className="vouch-empty vouch-empty--room">
    <p>There is no bot to ask as.</p>
    <p className="vouch-quiet">
      A bot says whose texts may be passed on. Admins make one under{' '}
      <a href="/admin/collections/bots">Bots</a>.
    </p>
  </div>
)
