'use client'

import type { PublicNotification } from '../../http/timeSchemas'
import { Moment } from '../time/Moment'
import type { Notices } from './useNotices'

/** The newest notices; what is unread is marked by a word as well as by weight. */
export const NoticeList = ({ notices: { list, problem, read } }: { notices: Notices }) => (
  <>
    <div className="vouch-notices__head">
      <strong>Notices</strong>
      {list !== null && list.unread > 0 && (
        <button type="button" className="vouch-notices__all" onClick={() => void read('all')}>
          Mark all read
        </button>
      )}
    </div>
    {problem && (
      <p className="vouch-notices__note" role="alert">
        {problem}
      </p>
    )}
    {list?.data.length === 0 && (
      <p className="vouch-notices__note">
        Nothing yet. When a text waits for you, is signed, falls due or is withdrawn, it says so here.
      </p>
    )}
    {list !== null && list.data.length > 0 && (
      <ul>
        {list.data.map((notice) => (
          <li key={notice.id} data-unread={notice.readAt === null}>
            <Line notice={notice} onFollow={() => void read([notice.id])} />
          </li>
        ))}
      </ul>
    )}
  </>
)

const Line = ({ notice, onFollow }: { notice: PublicNotification; onFollow: () => void }) => {
  const { title, body, href, readAt, createdAt } = notice
  return (
    <>
      {href ? (
        <a href={href} onClick={readAt ? undefined : onFollow}>
          {title}
        </a>
      ) : (
        <span>{title}</span>
      )}
      {body && <span className="vouch-notices__body">{body}</span>}
      <span className="vouch-quiet">
        {readAt === null && 'Unread · '}
        <Moment at={createdAt} />
      </span>
    </>
  )
}
