import { Gutter } from '@payloadcms/ui'
import type { ListViewServerProps } from 'payload'
import { Suspense } from 'react'
import { onlyWho } from '../../governance/permissionWords'
import { may } from '../../governance/permissions'
import { pageOf } from '../lists/Pages'
import { RoomHead } from '../RoomHead'
import { viewerOf } from '../viewer'
import { BehindFigure } from './BehindFigure'
import { JudgedList } from './JudgedList'
import { QueueList } from './QueueList'
import { TRANSCRIPTS_HREF } from '../outcomes/wanted'

const SHOWS = ['review', 'judged', 'all'] as const
const SHOW_WORDS: Record<(typeof SHOWS)[number], string> = {
  review: 'To review',
  judged: 'Judged',
  all: 'All conversations',
}

/** Whole conversations: those drawn for review, those that were judged, and all, by what became of them. */
export const TranscriptsRoom = ({ payload, searchParams, user }: ListViewServerProps) => {
  const viewer = viewerOf(user)
  if (!viewer) return null
  const query = searchParams ?? {}
  const show = SHOWS.find((each) => each === query['show']) ?? 'review'
  const page = pageOf(query['page'])
  return (
    <Gutter className="vouch-room vouch-transcripts">
      <RoomHead
        title="Transcripts"
        line={
          may(viewer, 'judgeAnswers')
            ? 'Whole conversations. Say of each turn whether it was right: what you say becomes eval cases, gaps and examples.'
            : `Whole conversations, with what is recorded of each turn. ${onlyWho('judgeAnswers')}`
        }
      />
      <nav className="vouch-tabs" aria-label="Which conversations">
        {SHOWS.map((each) => (
          <a
            key={each}
            href={`${TRANSCRIPTS_HREF}?show=${each}`}
            aria-current={each === show ? 'page' : undefined}
          >
            {SHOW_WORDS[each]}
          </a>
        ))}
      </nav>
      <Suspense key={show} fallback={<p role="status">Reading conversations…</p>}>
        {show === 'review' && <QueueList payload={payload} viewer={viewer} />}
        {show === 'judged' && <JudgedList payload={payload} page={page} viewer={viewer} />}
        {show === 'all' && <BehindFigure payload={payload} query={query} page={page} />}
      </Suspense>
    </Gutter>
  )
}
