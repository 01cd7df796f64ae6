import type { AdminViewServerProps } from 'payload'
import { readFreshness } from '../../commands/readFreshness'
import { Room } from '../Room'
import { RoomHead } from '../RoomHead'
import { OverdueList } from './OverdueList'
import { percent, ShareBar, ShareTable } from './ShareTable'

/** How much of what bots answer from someone still vouches for, and what to do about the rest. */
export const FreshnessRoom = (view: AdminViewServerProps) => (
  <Room view={view} address="/admin/freshness">
    <RoomHead
      title="Freshness"
      line="How much of what bots answer from someone has lately confirmed to be true. A text falls due by its own “check every”, and is overdue two weeks later."
    />
    <Report view={view} />
  </Room>
)

const Report = async ({ view }: { view: AdminViewServerProps }) => {
  const { overall, topics, owners, overdue } = await readFreshness(view.initPageResult.req.payload)
  if (!overall.texts) return <Empty />
  return (
    <>
      <div className="vouch-fresh">
        <strong>{percent(overall.verified, overall.texts)}</strong>
        <span>
          of {overall.texts} {overall.texts === 1 ? 'text' : 'texts'} in force verified ·{' '}
          <a href="/admin/calendar">{overall.due} due</a> · {overall.overdue} overdue
        </span>
        <ShareBar shares={overall} />
      </div>
      <section>
        <h2>Overdue</h2>
        <OverdueList overdue={overdue} />
      </section>
      <div className="vouch-fresh__tables">
        <section>
          <h2>By topic</h2>
          <ShareTable what="Topic" rows={topics} />
        </section>
        <section>
          <h2>By owner</h2>
          <ShareTable what="Owner" rows={owners} />
        </section>
      </div>
    </>
  )
}

const Empty = () => (
  <div className="vouch-empty vouch-empty--room">
    <p>Nothing is in force yet.</p>
    <p className="vouch-quiet">
      Once a text is published it is counted here: as verified until its next review, then as due, then as
      overdue. <a href="/admin/collections/policies/create">Write a policy</a> to begin.
    </p>
  </div>
)
