import type { AdminViewServerProps } from 'payload'
import { Room } from '../Room'
import { RoomHead } from '../RoomHead'
import { pageOf, Pages } from '../lists/Pages'
import { WAITING_HREF } from '../links'
import { readViewer } from '../viewer'
import { counted } from '../words'
import { AlsoWaiting } from './AlsoWaiting'
import { NothingWaits } from './NothingWaits'
import { readMovers } from './readMovers'
import { readWaiting } from './readWaiting'
import { WaitingTable } from './WaitingTable'

const PER_PAGE = 50

/** What this person can act on now: the riskiest first, then what waits longest. */
export const WaitingRoom = (props: AdminViewServerProps) => (
  <Room view={props} address={WAITING_HREF}>
    <Waits {...props} />
  </Room>
)

const Waits = async ({ initPageResult, searchParams }: AdminViewServerProps) => {
  const { payload, user } = initPageResult.req
  const viewer = await readViewer(payload, user)
  if (!viewer) return null
  const { waiting, more } = await readWaiting(payload, viewer)
  const pages = Math.max(1, Math.ceil(waiting.length / PER_PAGE))
  const page = Math.min(pages, pageOf(searchParams?.['page']))
  const shown = waiting.slice((page - 1) * PER_PAGE, page * PER_PAGE)
  return (
    <>
      <RoomHead
        title="Waiting for me"
        line={
          <>
            Texts that you can move on, the riskiest first, then those that wait longest.
            {viewer.standsInFor?.length ? (
              <> You sign for {viewer.standsInFor.map(({ name }) => name).join(', ')} too.</>
            ) : null}
          </>
        }
      />
      {shown.length ? (
        <>
          <p className="vouch-quiet">
            {counted(waiting.length, 'text')} {waiting.length === 1 ? 'waits' : 'wait'}
            {more && '; there are more, which appear here as these are done'}
          </p>
          <WaitingTable waiting={shown} movers={await readMovers(payload, shown)} />
        </>
      ) : (
        <NothingWaits viewer={viewer} room />
      )}
      <AlsoWaiting payload={payload} viewer={viewer} />
      <Pages page={page} pages={pages} hrefOf={(at) => `${WAITING_HREF}?page=${at}`} />
    </>
  )
}
